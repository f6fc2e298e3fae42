//! What the administrator says about the organisation.

/// Upgrade questions and the answers they know.
const UPGRADE: [(&str, &[&str]); 5] = [
    ("server-os", &["2012-r2-or-older", "2016", "2019", "2022", "2025"]),
    ("database", &["localdb", "full-sql"]),
    ("staging-server", &["yes", "no"]),
    ("auto-upgrade", &["enabled", "disabled", "suspended"]),
    ("cloud", &["public", "us-government", "21vianet", "other"]),
];

/// Answers by the id of the question; what is not answered is not known.
///
/// ```
/// use entra_connect_checker::Answers;
///
/// let answers: Answers = [("server-os", "2022"), ("favourite-colour", "blue")].into_iter().collect();
/// assert_eq!(answers.get("server-os"), Some("2022"));
/// assert_eq!(answers.ignored(), ["favourite-colour"]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    known: Vec<(String, String)>,
    ignored: Vec<String>,
}

impl Answers {
    /// The answer to a question.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.known.iter().rev().find(|(known, _)| known == id).map(|(_, value)| value.as_str())
    }

    /// Ids that no question has, or whose answer the question does not know.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Answers {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (id, value) in pairs {
            let (id, value) = (id.into(), value.into());
            let fits = UPGRADE.iter().any(|(known, values)| *known == id && values.contains(&value.as_str()));
            if fits {
                answers.known.push((id, value));
            } else {
                answers.ignored.push(id);
            }
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_values_are_ignored_by_name() {
        let answers: Answers = [("database", "oracle"), ("cloud", "public")].into_iter().collect();
        assert_eq!(answers.get("database"), None);
        assert_eq!(answers.get("cloud"), Some("public"));
        assert_eq!(answers.ignored(), ["database"]);
    }
}
