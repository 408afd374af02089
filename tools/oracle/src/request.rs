//! What is asked: the files of a package, laid out in the groups that the reference parses together.
use anyhow::{Context, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

pub struct Request {
    pub id: Value,
    pub features: Vec<String>,
    pub all_features: bool,
    /// Whether the resolved packages are wanted, too.
    pub resolve: bool,
    /// Whether their canonical ABI is wanted, too.
    pub abi: bool,
    /// Whether the package in binary form is wanted, too.
    pub encode: bool,
    /// The root's own files.
    pub main: Entry,
    /// The entries of `deps`, sorted by name.
    pub deps: Vec<Entry>,
}

/// What the reference takes for one package, with those in blocks.
pub enum Entry {
    Text(Group),
    /// WebAssembly, in binary or in text form.
    Wasm(Vec<u8>),
}

/// Files that make up one package, by path, sorted.
#[derive(Default)]
pub struct Group {
    pub files: Vec<(String, String)>,
}

impl Request {
    /// Reads one line; fails where it is not a package.
    pub fn read(line: &str) -> anyhow::Result<Request> {
        let value: Value = serde_json::from_str(line).context("a line is a package as JSON")?;
        let files = value["files"]
            .as_object()
            .context("a package has \"files\"")?;
        let mut contents = BTreeMap::new();
        for (path, content) in files {
            contents.insert(path.as_str(), bytes_of(content)?);
        }
        let root = value["root"].as_str().unwrap_or(".");
        let (main, deps) = if root == "." {
            folder(&contents)?
        } else {
            single(&contents, root)?
        };
        let features = value["features"].as_array();
        Ok(Request {
            id: value["id"].clone(),
            features: features
                .map(|f| {
                    f.iter()
                        .filter_map(Value::as_str)
                        .map(str::to_string)
                        .collect()
                })
                .unwrap_or_default(),
            all_features: value["allFeatures"].as_bool().unwrap_or(false),
            resolve: value["resolve"].as_bool().unwrap_or(false),
            abi: value["abi"].as_bool().unwrap_or(false),
            encode: value["encode"].as_bool().unwrap_or(false),
            main,
            deps,
        })
    }
}

/// A file is a text, or {"hex"}: its bytes.
fn bytes_of(content: &Value) -> anyhow::Result<Vec<u8>> {
    if let Some(text) = content.as_str() {
        return Ok(text.as_bytes().to_vec());
    }
    let hex = content["hex"]
        .as_str()
        .context("a file is a text or has \"hex\"")?;
    let digits = (0..hex.len()).step_by(2);
    Ok(digits
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16))
        .collect::<Result<_, _>>()?)
}

fn single(contents: &BTreeMap<&str, Vec<u8>>, root: &str) -> anyhow::Result<(Entry, Vec<Entry>)> {
    let Some(content) = contents.get(root) else {
        bail!("\"root\" names {root}, which is not in \"files\"");
    };
    Ok((file(root, content)?, Vec::new()))
}

/// A package in one file: WebAssembly where the file holds some, else WIT.
fn file(path: &str, content: &[u8]) -> anyhow::Result<Entry> {
    if wat::Detect::from_bytes(content).is_wasm() {
        return Ok(Entry::Wasm(content.to_vec()));
    }
    let files = vec![(path.to_string(), text_of(content)?)];
    Ok(Entry::Text(Group { files }))
}

fn text_of(content: &[u8]) -> anyhow::Result<String> {
    Ok(String::from_utf8(content.to_vec()).context("WIT is UTF-8")?)
}

/// As the reference reads a folder: its own `*.wit`; each folder in `deps` with its own `*.wit`; each `deps/*.{wit,wat,wasm}`.
fn folder(contents: &BTreeMap<&str, Vec<u8>>) -> anyhow::Result<(Entry, Vec<Entry>)> {
    let mut main = Group::default();
    let mut folders: BTreeMap<&str, Group> = BTreeMap::new();
    let mut deps: BTreeMap<&str, Entry> = BTreeMap::new();
    for (path, content) in contents {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            [name] if name.ends_with(".wit") => {
                main.files.push((path.to_string(), text_of(content)?))
            }
            ["deps", name] if is_package(name) => {
                deps.insert(name, file(path, content)?);
            }
            ["deps", entry, ref rest @ ..] if !rest.is_empty() => {
                let group = folders.entry(entry).or_default();
                if rest.len() == 1 && rest[0].ends_with(".wit") {
                    group.files.push((path.to_string(), text_of(content)?));
                }
            }
            _ => {}
        }
    }
    deps.extend(
        folders
            .into_iter()
            .map(|(name, group)| (name, Entry::Text(group))),
    );
    Ok((Entry::Text(main), deps.into_values().collect()))
}

/// Whether a file directly in `deps` counts, by its extension; `.wit` alone is a name without one.
fn is_package(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|e| e.to_str());
    matches!(extension, Some("wit" | "wat" | "wasm"))
}
