// Makes the parts of a .vsix that are not the extension's own files: the package manifest, the content types and the shipped package.json.
import path from "node:path";

const contentTypes = {
  ".cjs": "application/javascript",
  ".css": "text/css",
  ".html": "text/html",
  ".js": "application/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".mjs": "application/javascript",
  ".png": "image/png",
  ".txt": "text/plain",
  ".vsixmanifest": "text/xml",
  ".wasm": "application/wasm",
};

/** The type of a file by the ending of its name. */
export function contentTypeOf(name) {
  return contentTypes[path.extname(name)] ?? "application/octet-stream";
}

/** `[Content_Types].xml` for archive entries with the given names. */
export function contentTypesXml(names) {
  const endings = [...new Set(names.map(name => path.extname(name)))].filter(ending => ending !== "").sort();
  const defaults = endings.map(
    ending => `<Default Extension="${ending}" ContentType="${contentTypeOf(`a${ending}`)}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join("")}</Types>
`;
}

/** What VS Code reads of package.json: everything but what only development needs. */
export function shippedManifest(manifest) {
  const { scripts, devDependencies, workspaces, overrides, private: _, ...shipped } = manifest;
  return shipped;
}

/** `extension.vsixmanifest` for an extension with the given package.json; `has(file)` tells which of the usual files are there. */
export function vsixManifestXml(manifest, has) {
  const asset = (type, file) => `<Asset Type="${type}" Path="extension/${file}" Addressable="true"/>`;
  const optional = (type, file) => (file !== undefined && has(file) ? [asset(type, file)] : []);
  const assets = [
    asset("Microsoft.VisualStudio.Code.Manifest", "package.json"),
    ...optional("Microsoft.VisualStudio.Services.Content.Details", "README.md"),
    ...optional("Microsoft.VisualStudio.Services.Content.Changelog", "CHANGELOG.md"),
    ...optional("Microsoft.VisualStudio.Services.Content.License", "LICENSE.txt"),
    ...optional("Microsoft.VisualStudio.Services.Icons.Default", manifest.icon),
  ];
  const text = value => escapeXml(String(value ?? ""));
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata>
<Identity Language="en-US" Id="${text(manifest.name)}" Version="${text(manifest.version)}" Publisher="${text(manifest.publisher)}"/>
<DisplayName>${text(manifest.displayName)}</DisplayName>
<Description xml:space="preserve">${text(manifest.description)}</Description>
<Tags>${text(tags(manifest).join(","))}</Tags>
<Categories>${text((manifest.categories ?? []).join(","))}</Categories>
<GalleryFlags>Public</GalleryFlags>
<Properties>
${properties(manifest).join("\n")}
</Properties>
${has("LICENSE.txt") ? "<License>extension/LICENSE.txt</License>" : ""}
${manifest.icon === undefined ? "" : `<Icon>extension/${text(manifest.icon)}</Icon>`}
</Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
<Dependencies/>
<Assets>
${assets.join("\n")}
</Assets>
</PackageManifest>
`;
}

function properties(manifest) {
  const values = {
    "Microsoft.VisualStudio.Code.Engine": manifest.engines.vscode,
    "Microsoft.VisualStudio.Code.ExtensionDependencies": (manifest.extensionDependencies ?? []).join(","),
    "Microsoft.VisualStudio.Code.ExtensionPack": (manifest.extensionPack ?? []).join(","),
    "Microsoft.VisualStudio.Code.ExtensionKind": (manifest.extensionKind ?? ["workspace", "web"]).join(","),
    "Microsoft.VisualStudio.Code.LocalizedLanguages": "",
    "Microsoft.VisualStudio.Code.EnabledApiProposals": "",
    "Microsoft.VisualStudio.Code.ExecutesCode": "true",
    "Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown": "true",
    "Microsoft.VisualStudio.Services.Content.Pricing": "Free",
  };
  return Object.entries(values).map(([id, value]) => `<Property Id="${id}" Value="${escapeXml(value)}"/>`);
}

/** The marketplace finds an extension for a file type by these words, and tells by one of them that it runs in the browser. */
function tags(manifest) {
  const languages = manifest.contributes?.languages ?? [];
  const endings = languages.flatMap(language => language.extensions ?? []).map(ending => `__ext_${ending.slice(1)}`);
  const web = manifest.browser === undefined ? [] : ["__web_extension"];
  return [...new Set([...(manifest.keywords ?? []), ...languages.map(language => language.id), ...endings, ...web])];
}

function escapeXml(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, character => names[character]);
}
