//! What is asked: the files of a package, laid out in the groups that the reference parses together.
use anyhow::{Context, bail};
use serde_json::Value;
use std::collections::BTreeMap;

pub struct Request {
    pub id: Value,
    pub features: Vec<String>,
    pub all_features: bool,
    /// Whether the resolved packages are wanted, too.
    pub resolve: bool,
    /// Whether their canonical ABI is wanted, too.
    pub abi: bool,
    /// The root's own files.
    pub main: Group,
    /// The entries of `deps`, by name.
    pub deps: Vec<Group>,
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
        let mut texts = BTreeMap::new();
        for (path, text) in files {
            texts.insert(path.as_str(), text.as_str().context("a file is a text")?);
        }
        let root = value["root"].as_str().unwrap_or(".");
        let (main, deps) = if root == "." {
            folder(&texts)
        } else {
            single(&texts, root)?
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
            main,
            deps,
        })
    }
}

fn single(texts: &BTreeMap<&str, &str>, root: &str) -> anyhow::Result<(Group, Vec<Group>)> {
    let Some(text) = texts.get(root) else {
        bail!("\"root\" names {root}, which is not in \"files\"");
    };
    let group = Group {
        files: vec![(root.to_string(), text.to_string())],
    };
    Ok((group, Vec::new()))
}

/// As the reference reads a folder: its own `*.wit`; each folder in `deps` with its own `*.wit`; each `deps/*.wit`.
fn folder(texts: &BTreeMap<&str, &str>) -> (Group, Vec<Group>) {
    let mut main = Group::default();
    let mut deps: BTreeMap<&str, Group> = BTreeMap::new();
    for (path, text) in texts {
        let parts: Vec<&str> = path.split('/').collect();
        let file = (path.to_string(), text.to_string());
        match parts[..] {
            [name] if name.ends_with(".wit") => main.files.push(file),
            ["deps", name] if name.ends_with(".wit") => {
                deps.entry(name).or_default().files.push(file)
            }
            ["deps", entry, name] if name.ends_with(".wit") => {
                deps.entry(entry).or_default().files.push(file)
            }
            ["deps", entry, _, ..] => {
                deps.entry(entry).or_default();
            }
            _ => {}
        }
    }
    (main, deps.into_values().collect())
}
