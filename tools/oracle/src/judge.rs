//! Asks the reference for its verdict, and for the place of its error in the files as given.
use crate::abi::abi;
use crate::request::{Entry, Group, Request};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use wit_parser::decoding::DecodedWasm;
use wit_parser::{
    PackageId, ParseError, ParseErrorKind, Resolve, ResolveError, ResolveErrorKind, SourceMap,
    Span, UnresolvedPackageGroup,
};

/// The verdict on a package as JSON; a panic of the reference is a verdict, too.
pub fn judge_guarded(request: &Request) -> Value {
    let verdict = catch_unwind(AssertUnwindSafe(|| judge(request)));
    let mut answer = verdict.unwrap_or_else(|cause| {
        let text = cause.downcast_ref::<String>().cloned();
        let text = text.or_else(|| cause.downcast_ref::<&str>().map(|s| s.to_string()));
        let error = json!({"file": null, "line": null, "col": null, "kind": "Panic", "message": text.unwrap_or_default()});
        json!({"verdict": "panic", "error": error})
    });
    answer["id"] = request.id.clone();
    answer
}

fn judge(request: &Request) -> Value {
    match resolve(request) {
        Ok((resolve, main)) => {
            let mut answer = json!({"verdict": "accept"});
            if request.resolve {
                answer["resolve"] = serde_json::to_value(&resolve)
                    .unwrap_or_else(|e| panic!("the resolved packages can't be written: {e}"));
            }
            if request.abi {
                // Sizes beyond what it counts with make the reference panic; then there is nothing to compare with.
                answer["abi"] =
                    catch_unwind(AssertUnwindSafe(|| abi(&resolve))).unwrap_or(Value::Null);
            }
            if request.encode {
                answer["wasm"] = match wit_component::encode(&resolve, main, false) {
                    Ok(bytes) => {
                        json!(bytes.iter().map(|b| format!("{b:02x}")).collect::<String>())
                    }
                    Err(_) => Value::Null,
                };
            }
            answer
        }
        Err(error) => json!({"verdict": "reject", "error": error}),
    }
}

fn resolve(request: &Request) -> Result<(Resolve, PackageId), Value> {
    let mut resolve = Resolve::new();
    resolve.all_features = request.all_features;
    resolve.features.extend(request.features.iter().cloned());
    let main = match &request.main {
        Entry::Text(group) => parse(group)?,
        Entry::Wasm(bytes) => return decode(&mut resolve, bytes).map(|id| (resolve, id)),
    };
    let mut deps = Vec::new();
    for dep in &request.deps {
        match dep {
            Entry::Text(group) => deps.push(parse(group)?),
            Entry::Wasm(bytes) => {
                decode(&mut resolve, bytes)?;
            }
        }
    }
    match resolve.push_groups(main, deps) {
        Ok(id) => Ok((resolve, id)),
        Err(error) => Err(resolve_error(&error, &resolve.source_map)),
    }
}

/// Adds the packages of a WIT package in binary form; the reference knows no place for what is wrong with one.
fn decode(resolve: &mut Resolve, bytes: &[u8]) -> Result<PackageId, Value> {
    let mut decoded = || -> anyhow::Result<PackageId> {
        match wit_parser::decoding::decode(&wat::parse_bytes(bytes)?)? {
            DecodedWasm::Component(..) => {
                anyhow::bail!("found a component instead of a WIT package")
            }
            DecodedWasm::WitPackage(found, id) => Ok(resolve.merge(found)?.packages[id.index()]),
        }
    };
    decoded().map_err(|e| json!({"file": null, "line": null, "col": null, "kind": "Other", "message": format!("{e:#}")}))
}

fn parse(group: &Group) -> Result<UnresolvedPackageGroup, Value> {
    let mut map = SourceMap::new();
    for (path, text) in &group.files {
        map.push_str(path, text.as_str());
    }
    map.parse()
        .map_err(|(map, error)| parse_error(group, &map, &error))
}

fn parse_error(group: &Group, map: &SourceMap, error: &ParseError) -> Value {
    if counts_from_file(error) && group.files.len() > 1 {
        if let Some(alone) = group.files.iter().find_map(|file| same_alone(file, error)) {
            return alone;
        }
    }
    described(
        map,
        error.kind().span(),
        parse_kind(error),
        error.to_string(),
    )
}

/// Errors that the reference places as if their file were the only one (see docs/differences.md).
fn counts_from_file(error: &ParseError) -> bool {
    const KINDS: [&str; 11] = [
        "ControlCodepoint",
        "DeprecatedCodepoint",
        "ForbiddenCodepoint",
        "InvalidStringElement",
        "InvalidStringEscape",
        "InvalidUnicodeValue",
        "InvalidHexDigit",
        "NumberTooBig",
        "LoneUnderscore",
        "UnexpectedEof",
        "WantedChar",
    ];
    matches!(error.kind(), ParseErrorKind::Lex(l) if KINDS.contains(&variant(&format!("{l:?}")).as_str()))
}

/// The same error from the first file that gives it when parsed alone, where its place is right.
fn same_alone((path, text): &(String, String), error: &ParseError) -> Option<Value> {
    let mut map = SourceMap::new();
    map.push_str(path, text.as_str());
    let (map, alone) = map.parse().err()?;
    let same = parse_kind(&alone) == parse_kind(error) && alone.to_string() == error.to_string();
    same.then(|| {
        described(
            &map,
            alone.kind().span(),
            parse_kind(&alone),
            alone.to_string(),
        )
    })
}

fn parse_kind(error: &ParseError) -> String {
    match error.kind() {
        ParseErrorKind::Lex(l) => format!("Parse.Lex.{}", variant(&format!("{l:?}"))),
        kind => format!("Parse.{}", variant(&format!("{kind:?}"))),
    }
}

fn resolve_error(error: &ResolveError, map: &SourceMap) -> Value {
    let kind = format!("Resolve.{}", variant(&format!("{:?}", error.kind())));
    let mut value = described(map, error.kind().span(), kind, error.to_string());
    if let ResolveErrorKind::DuplicatePackage { span2, .. } = error.kind() {
        value["related"] = place(map, *span2);
    }
    value
}

fn described(map: &SourceMap, span: Span, kind: String, message: String) -> Value {
    let mut value = place(map, span);
    value["kind"] = json!(kind);
    value["message"] = json!(message);
    value
}

/// `file`, `line` and `col`: counted from 1, columns in bytes; null where the reference knows no place.
fn place(map: &SourceMap, span: Span) -> Value {
    if !span.is_known() {
        return json!({"file": null, "line": null, "col": null});
    }
    let text = map.render_location(span);
    let mut parts = text.rsplitn(3, ':');
    let col = parts.next().and_then(|n| n.parse::<u32>().ok());
    let line = parts.next().and_then(|n| n.parse::<u32>().ok());
    json!({"file": parts.next(), "line": line, "col": col})
}

/// The name at the start of a value's debug form.
fn variant(debug: &str) -> String {
    debug.chars().take_while(|c| c.is_alphanumeric()).collect()
}
