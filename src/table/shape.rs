//! The shape of a document: every field that is missing, unknown or of the
//! wrong kind is told with its place, in one pass.
//!
//! `serde` stops at the first fault. Here the facts are read by a deserializer
//! that never fails: where a value cannot be taken it says so and hands out an
//! empty one of the kind that is wanted, so that the rest is looked at too.
//! What comes out of a document with faults is never used as a table.

use std::cell::RefCell;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::check::{LONGEST_LIST, LONGEST_TEXT, Reason};
use super::facts::Facts;
use super::node::Node;

/// Reads the facts, with all that is wrong with their shape.
pub(super) fn read(document: &Node) -> (Option<Facts>, Vec<Reason>) {
    let faults = RefCell::new(Vec::new());
    let facts = Facts::deserialize(At { node: Some(document), place: &Place::Root, faults: &faults });
    let mut reasons = faults.into_inner();
    match facts {
        Ok(facts) => (Some(facts), reasons),
        Err(error) => {
            reasons.push(Reason { place: "table".to_owned(), problem: format!("cannot be read: {error}") });
            (None, reasons)
        }
    }
}

/// Where a value stands.
enum Place<'a> {
    Root,
    Field(&'a Place<'a>, &'a str),
    /// A record of a list, by what it is called, else by its number from 1.
    Item(&'a Place<'a>, &'a Node, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => f.write_str(name),
            Self::Field(above @ Self::Item(..), name) => write!(f, "{above}, {name}"),
            Self::Field(above @ Self::Field(..), name) => write!(f, "{above}.{name}"),
            Self::Item(above, node, number) => {
                let called = ["version", "id", "name"].iter().find_map(|field| node.get(field)?.text());
                match called.filter(|name| (1..=80).contains(&name.len())) {
                    Some(name) => write!(f, "{above} {name}"),
                    None => write!(f, "{above} {number}"),
                }
            }
        }
    }
}

/// A value and where it stands. Without a node it is one that was missing or
/// wrong: everything below it is empty, and nothing more is said of it.
#[derive(Clone, Copy)]
struct At<'a> {
    node: Option<&'a Node>,
    place: &'a Place<'a>,
    faults: &'a RefCell<Vec<Reason>>,
}

impl<'a> At<'a> {
    fn fault(&self, problem: String) {
        let place = self.place.to_string();
        let place = if place.is_empty() { "table".to_owned() } else { place };
        self.faults.borrow_mut().push(Reason { place, problem });
    }

    fn wrong(&self, wanted: &str) {
        if let Some(node) = self.node {
            self.fault(format!("is {}, where {wanted} belongs", node.kind()));
        }
    }

    fn empty(&self) -> Self {
        Self { node: None, ..*self }
    }

    fn number(&self, wanted: &str, fits: impl Fn(f64) -> bool) -> f64 {
        match self.node {
            Some(Node::Number(number)) if fits(*number) => *number,
            Some(Node::Number(number)) => {
                self.fault(format!("is {number}, where {wanted} belongs"));
                0.0
            }
            Some(_) | None => {
                self.wrong(wanted);
                0.0
            }
        }
    }

    fn text(&self, wanted: &str) -> Option<&'a str> {
        match self.node {
            Some(Node::Text(text)) if text.len() <= LONGEST_TEXT => Some(text),
            Some(Node::Text(text)) => {
                self.fault(format!("holds a text of {} bytes, more than {LONGEST_TEXT}", text.len()));
                None
            }
            Some(_) | None => {
                self.wrong(wanted);
                None
            }
        }
    }
}

/// Whole numbers that a float holds exactly.
macro_rules! whole {
    ($($method:ident $visit:ident $type:ty)+) => {$(
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number in range")]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let range = f64::from(<$type>::MIN)..=f64::from(<$type>::MAX);
            visitor.$visit(self.number("a whole number", |n| n.fract() == 0.0 && range.contains(&n)) as $type)
        }
    )+};
}

impl<'de> Deserializer<'de> for At<'_> {
    type Error = Error;

    whole! {
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.number("a number", f64::is_finite))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Some(Node::Bool(value)) = self.node {
            return visitor.visit_bool(*value);
        }
        self.wrong("true or false");
        visitor.visit_bool(false)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text("a text").unwrap_or_default())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node {
            None | Some(Node::Null) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut items: &[Node] = &[];
        match self.node {
            Some(Node::List(list)) if list.len() <= LONGEST_LIST => items = list,
            Some(Node::List(list)) => {
                self.fault(format!("holds {} records, more than {LONGEST_LIST}", list.len()));
            }
            Some(_) | None => self.wrong("a list"),
        }
        visitor.visit_seq(Items { list: self, rest: items, number: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let object = match self.node {
            Some(Node::Object(given)) => {
                for (index, (name, _)) in given.iter().enumerate() {
                    if !fields.contains(&name.as_str()) {
                        self.fault(format!("has a field \"{}\" that is not known", name.escape_debug()));
                    } else if given.iter().take(index).any(|(other, _)| other == name) {
                        self.fault(format!("has the field \"{name}\" twice"));
                    }
                }
                for field in fields {
                    if !given.iter().any(|(name, _)| name == field) {
                        self.fault(format!("lacks the field \"{field}\""));
                    }
                }
                self
            }
            Some(_) | None => {
                self.wrong("an object");
                self.empty()
            }
        };
        visitor.visit_map(Fields { object, rest: fields, current: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let given = self.text("a text");
        let known = given.filter(|text| variants.contains(text));
        if let (Some(text), None) = (given, known) {
            let some: String = text.chars().take(40).collect();
            self.fault(format!("is \"{}\", which is none of {}", some.escape_debug(), variants.join(", ")));
        }
        let name: StrDeserializer<'_, Error> =
            known.or_else(|| variants.first().copied()).unwrap_or_default().into_deserializer();
        visitor.visit_enum(name)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(de::Error::custom("the facts hold no such kind of value"))
    }

    serde::forward_to_deserialize_any! {
        i64 u64 i128 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

struct Items<'a> {
    list: At<'a>,
    rest: &'a [Node],
    number: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some((first, rest)) = self.rest.split_first() else { return Ok(None) };
        self.rest = rest;
        self.number = self.number.saturating_add(1);
        let place = Place::Item(self.list.place, first, self.number);
        seed.deserialize(At { node: Some(first), place: &place, faults: self.list.faults }).map(Some)
    }
}

struct Fields<'a> {
    object: At<'a>,
    rest: &'static [&'static str],
    current: Option<&'static str>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((first, rest)) = self.rest.split_first() else { return Ok(None) };
        self.rest = rest;
        self.current = Some(first);
        let name: StrDeserializer<'_, Error> = (*first).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let name = self.current.take().unwrap_or_default();
        let place = Place::Field(self.object.place, name);
        let node = self.object.node.and_then(|node| node.get(name));
        seed.deserialize(At { node, place: &place, faults: self.object.faults })
    }
}
