//! The canonical ABI of resolved packages: sizes and alignments (bytes, wasm32) of named types, core signatures of functions.
use serde_json::{Value, json};
use wit_parser::abi::AbiVariant;
use wit_parser::{Function, PackageId, Resolve, SizeAlign, Type, TypeDefKind, TypeOwner};

/// Null where a type has no size.
pub fn abi(resolve: &Resolve) -> Value {
    let mut sizes = SizeAlign::default();
    if sizes.fill(resolve).is_err() {
        return Value::Null;
    }
    json!({"types": types(resolve, &sizes), "functions": functions(resolve)})
}

fn package(resolve: &Resolve, id: Option<PackageId>) -> Option<String> {
    id.map(|id| resolve.packages[id].name.to_string())
}

fn types(resolve: &Resolve, sizes: &SizeAlign) -> Vec<Value> {
    let mut found = Vec::new();
    for (id, ty) in resolve.types.iter() {
        let Some(name) = &ty.name else { continue };
        if matches!(ty.kind, TypeDefKind::Resource) {
            continue;
        }
        let (of, owner) = match ty.owner {
            TypeOwner::Interface(i) => (
                resolve.interfaces[i].package,
                resolve.interfaces[i].name.clone(),
            ),
            TypeOwner::World(w) => (
                resolve.worlds[w].package,
                Some(resolve.worlds[w].name.clone()),
            ),
            TypeOwner::None => (None, None),
        };
        let ty = Type::Id(id);
        found.push(json!({
            "package": package(resolve, of), "owner": owner, "type": name,
            "size": sizes.size(&ty).size_wasm32(), "align": sizes.align(&ty).align_wasm32(),
        }));
    }
    found
}

fn functions(resolve: &Resolve) -> Vec<Value> {
    let mut found = Vec::new();
    for (_, interface) in resolve.interfaces.iter() {
        for (name, function) in &interface.functions {
            found.push(json!({
                "package": package(resolve, interface.package), "owner": interface.name, "function": name,
                "async": function.kind.is_async(),
                "import": signature(resolve, AbiVariant::GuestImport, function),
                "export": signature(resolve, AbiVariant::GuestExport, function),
            }));
        }
    }
    found
}

fn signature(resolve: &Resolve, variant: AbiVariant, function: &Function) -> Value {
    let of = resolve.wasm_signature(variant, function);
    let names = |types: &[wit_parser::abi::WasmType]| {
        types.iter().map(|t| format!("{t:?}")).collect::<Vec<_>>()
    };
    json!({
        "params": names(&of.params), "results": names(&of.results),
        "indirectParams": of.indirect_params, "retptr": of.retptr,
    })
}
