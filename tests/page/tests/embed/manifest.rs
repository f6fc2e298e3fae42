//! What the package says of itself is so.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{Outcome, open, run};

fn package(name: &str) -> String {
    let path = page_tests::place().with_file_name("embed").join(name);
    std::fs::read_to_string(path).expect("`cargo xtask dist` makes it")
}

fn names(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(|one| one["name"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_manifest_is_what_the_class_is() -> Outcome {
    let manifest: Value = serde_json::from_str(&package("custom-elements.json"))?;
    let class = &manifest["modules"][0]["declarations"][0];
    let (_hosts, page) = open("portal").await?;
    let found: Value = run(&page, "await verdict('side', 'retired');
        const { EntraConnectCheckerElement: It, ...rest } = await import('../embed/element.js');
        const all = Object.getOwnPropertyDescriptors(It.prototype);
        const platform = ['constructor', 'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];
        const parts = new Set(['side', 'badge'].flatMap((id) => [...one(id).shadowRoot.querySelectorAll('[part]')]).flatMap((node) => [...node.part]));
        return { tag: customElements.getName?.(It) ?? 'entra-connect-checker', attributes: It.observedAttributes.map((name) => ({ name })),
            members: Object.keys(all).filter((name) => !platform.includes(name)).map((name) => ({ name })),
            readonly: Object.entries(all).filter(([, it]) => it.get && !it.set).map(([name]) => ({ name })),
            exports: ['EntraConnectCheckerElement', ...Object.keys(rest)].sort(), parts: [...parts] };").await?;
    assert_eq!(class["tagName"], found["tag"]);
    assert_eq!(names(&class["attributes"]), names(&found["attributes"]));
    assert_eq!(names(&class["members"]), names(&found["members"]));
    let fixed = json!(
        class["members"].as_array().into_iter().flatten().filter(|one| one["readonly"] == true).collect::<Vec<_>>()
    );
    assert_eq!(names(&fixed), names(&found["readonly"]));
    let exports: Vec<_> = names(&manifest["modules"][0]["exports"]).into_iter().collect();
    assert_eq!(json!(exports), found["exports"]);
    let parts = names(&class["cssParts"]);
    for part in found["parts"].as_array().into_iter().flatten() {
        assert!(parts.contains(part.as_str().unwrap_or_default()), "{part} is no part that is told of");
    }
    page.close().await
}

#[test]
fn the_scripts_hold_what_the_manifest_names() {
    let manifest: Value = serde_json::from_str(&package("custom-elements.json")).expect("it is JSON");
    let class = &manifest["modules"][0]["declarations"][0];
    let (script, types) = (package("element.js"), package("element.d.ts"));
    for event in names(&class["events"]) {
        assert!(script.contains(&format!("CustomEvent(\"{event}\"")), "{event}");
        assert!(
            types.contains(&format!("{event}\": CustomEvent")) || types.contains(&format!("{event}: CustomEvent")),
            "{event}"
        );
    }
    assert_eq!(script.matches("new CustomEvent(").count(), names(&class["events"]).len());
    for member in names(&class["members"]) {
        assert!(
            types.contains(&format!("  {member}: "))
                || types.contains(&format!("readonly {member}: "))
                || types.contains(&format!("  {member}(")),
            "{member} has no type"
        );
    }
    for property in names(&class["cssProperties"]) {
        assert!(script.contains(&format!("var({property},")), "{property} has no effect");
    }
    let codes =
        types.split_once("code:\n").map(|(_, rest)| rest.split(';').next().unwrap_or_default()).unwrap_or_default();
    for code in codes.split('"').skip(1).step_by(2).filter(|code| !code.starts_with("table-")) {
        assert!(script.contains(&format!("\"{code}\"")), "{code} is never told");
    }
}

#[test]
fn every_file_that_the_package_names_is_there() {
    let package_json: Value = serde_json::from_str(&package("package.json")).expect("it is JSON");
    assert_eq!(package_json["version"], env!("CARGO_PKG_VERSION"));
    let mut places = Vec::new();
    collect(&package_json["exports"], &mut places);
    assert!(places.len() > 8);
    let folder = page_tests::place().with_file_name("embed");
    for place in places.into_iter().filter(|place| !place.contains('*')) {
        assert!(folder.join(&place).is_file(), "{place}");
    }
}

fn collect(value: &Value, places: &mut Vec<String>) {
    match value {
        Value::String(place) => places.push(place.clone()),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, places)),
        _ => {}
    }
}
