//! What the administrator says about the organisation.

use crate::table::Table;

/// Answers by the id of the question; what is not answered is not known.
///
/// ```
/// use entra_connect_checker::{Answers, Table};
///
/// let answers: Answers = [("server-os", "2022"), ("favourite-colour", "blue")].into_iter().collect();
/// assert_eq!(answers.get("server-os"), Some("2022"));
/// assert_eq!(answers.ignored(Table::embedded()?), ["favourite-colour"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    /// The answer to a question, as given.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, value)| value.as_str())
    }

    /// Gives or takes back an answer.
    pub fn set(&mut self, id: &str, value: Option<&str>) {
        self.0.retain(|(known, _)| known != id);
        self.0.extend(value.map(|value| (id.to_owned(), value.to_owned())));
    }

    /// All answers, as given.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, value)| (id.as_str(), value.as_str()))
    }

    /// Only what the table's questions know.
    #[must_use]
    pub fn known(&self, table: &Table) -> Self {
        let mut known = self.clone();
        known.0.retain(|(id, value)| table.ways().knows(id, value));
        known
    }

    /// Ids that no question has, or whose answer the question does not know.
    #[must_use]
    pub fn ignored(&self, table: &Table) -> Vec<String> {
        let ignored = self.0.iter().filter(|(id, value)| !table.ways().knows(id, value));
        ignored.map(|(id, _)| id.clone()).collect()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Answers {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (id, value) in pairs {
            answers.set(&id.into(), Some(&value.into()));
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_values_are_ignored_by_name() {
        let table = Table::embedded().unwrap();
        let answers: Answers =
            [("database", "oracle"), ("cloud", "public"), ("custom-sync-rules", "maybe"), ("cloud", "other")]
                .into_iter()
                .collect();
        let known = answers.known(table);
        assert_eq!(known.get("database"), None);
        assert_eq!(known.get("cloud"), Some("other"), "the last answer counts");
        assert_eq!(answers.ignored(table), ["database", "custom-sync-rules"]);
    }
}
