//! The reference parser as a program: packages in, one a line; its verdicts out, one a line. Or a benchmark of it.
mod abi;
mod bench;
mod judge;
mod request;

use std::io::{BufRead, Write};

/// The reference's own limits keep its recursion below this, also in a debug build.
const STACK_BYTES: usize = 256 << 20;

const USAGE: &str = "usage: wit-tools-oracle < packages.jsonl > verdicts.jsonl
       wit-tools-oracle bench PATH [REPEATS]

A package is {\"id\", \"files\": {\"path\": \"text\"}, \"root\": \".\" or a path, \"features\": [], \"allFeatures\": false, \"resolve\": false, \"abi\": false, \"encode\": false}.
A file is a text, or {\"hex\": \"00…\"} for its bytes.
A verdict is {\"id\", \"verdict\": \"accept\"|\"reject\"|\"panic\", \"error\"?: {\"file\", \"line\", \"col\", \"kind\", \"message\"}, \"resolve\"?, \"abi\"?, \"wasm\"?: hex}.";

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let run = move || match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => answer_lines(),
        ["bench", path] => bench::bench(path, 20),
        ["bench", path, repeats] => bench::bench(path, repeats.parse()?),
        _ => anyhow::bail!("{USAGE}"),
    };
    let worker = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(run);
    match worker.map(|w| w.join()) {
        Ok(Ok(Ok(()))) => std::process::ExitCode::SUCCESS,
        Ok(Ok(Err(error))) => {
            eprintln!("{error:#}");
            std::process::ExitCode::from(2)
        }
        _ => std::process::ExitCode::FAILURE,
    }
}

/// Answers each line of standard input with a line; a line that is no package ends the run.
fn answer_lines() -> anyhow::Result<()> {
    // A panic is a verdict here; its message goes into the answer, not onto the terminal.
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let request = request::Request::read(&line)?;
        let answer = judge::judge_guarded(&request);
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
