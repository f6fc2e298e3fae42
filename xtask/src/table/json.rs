//! JSON as the files of `data/` are written, so that a change shows as the lines that changed.

use serde_json::Value;

/// The longest line, without the comma that may end it.
const WIDTH: usize = 112;

/// The text of a file: two spaces a step, and what holds no further lists or objects on one line
/// where that fits.
pub fn pretty(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, 0, &mut out);
    out.push('\n');
    out
}

fn write(value: &Value, indent: usize, before: usize, out: &mut String) {
    let inline = one_line(value);
    let fits = indent > 0 && flat(value) && indent + before + inline.chars().count() <= WIDTH;
    match value {
        Value::Array(items) if !items.is_empty() && !fits => {
            lines('[', ']', indent, items.len(), out, |index, out| {
                if let Some(item) = items.get(index) {
                    write(item, indent + 2, 0, out);
                }
            });
        }
        Value::Object(fields) if !fields.is_empty() && !fits => {
            let fields: Vec<_> = fields.iter().collect();
            lines('{', '}', indent, fields.len(), out, |index, out| {
                if let Some((name, value)) = fields.get(index) {
                    let name = format!("{}: ", Value::from(name.as_str()));
                    out.push_str(&name);
                    write(value, indent + 2, name.chars().count(), out);
                }
            });
        }
        _ => out.push_str(&inline),
    }
}

fn lines(open: char, close: char, indent: usize, count: usize, out: &mut String, item: impl Fn(usize, &mut String)) {
    out.push(open);
    for index in 0..count {
        out.push('\n');
        out.push_str(&" ".repeat(indent + 2));
        item(index, out);
        if index + 1 < count {
            out.push(',');
        }
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(close);
}

/// Whether nothing in it holds something again.
fn flat(value: &Value) -> bool {
    let holds = |value: &Value| value.is_array() || value.is_object();
    match value {
        Value::Array(items) => !items.iter().any(holds),
        Value::Object(fields) => !fields.values().any(holds),
        _ => true,
    }
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields =
                fields.iter().map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), one_line(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Project;
    use crate::project::read_text;

    #[test]
    fn the_files_that_an_import_changes_are_written_this_way() {
        for name in ["table", "sources", "releases", "agents", "advisories"] {
            let text = read_text(&Project::find().at(&format!("data/{name}.json"))).expect("it is there");
            let value: Value = serde_json::from_str(&text).expect("it is JSON");
            assert!(pretty(&value) == text, "{name}.json is written in another way");
        }
    }
}
