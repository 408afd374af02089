//! How long the reference takes to parse and resolve a package on disk.
use serde_json::json;
use std::time::Instant;
use wit_parser::Resolve;

/// Prints the median of `repeats` runs over `path`, in milliseconds, as a line of JSON. Reading the files is part of it.
pub fn bench(path: &str, repeats: usize) -> anyhow::Result<()> {
    let mut times = Vec::new();
    for _ in 0..repeats.max(1) {
        let start = Instant::now();
        let mut resolve = Resolve::new();
        resolve.all_features = true;
        resolve.push_path(path)?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{}",
        json!({"path": path, "repeats": times.len(), "medianMs": times[times.len() / 2], "minMs": times[0]})
    );
    Ok(())
}
