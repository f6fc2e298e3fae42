//! The ways out, checked: plans of an upgrade and rules of Cloud Sync.

use super::check::{Check, LONGEST_LIST};
use super::facts::{Method, Product};
use super::way_facts::{CloudSyncFacts, MoveFact, PlanFact, RuleFact, RuleKind, UpgradeFacts};
use crate::date::Date;
use crate::version::Build;

/// What an upgrade asks, and the answers it knows: the contract's own words.
pub const QUESTIONS: [(&str, &[&str]); 5] = [
    ("server-os", &["2012-r2-or-older", "2016", "2019", "2022", "2025"]),
    ("database", &["localdb", "full-sql"]),
    ("staging-server", &["yes", "no"]),
    ("auto-upgrade", &["enabled", "disabled", "suspended"]),
    ("cloud", &["public", "us-government", "21vianet", "other"]),
];
/// What a question about Cloud Sync knows.
pub const YES_NO: [&str; 2] = ["yes", "no"];
/// In the conditions of a plan: whether synchronization is to be restored
/// first. It follows from the verdict and is never asked.
pub const RESTORE_FIRST: &str = "restore-first";

/// A step, prerequisite or trap of an upgrade.
#[derive(Debug, Clone)]
pub struct Plan {
    /// As the file says it.
    pub fact: PlanFact,
    /// The first build that it concerns.
    pub from: Option<Build>,
    /// The first build that it no longer concerns.
    pub before: Option<Build>,
    /// From this build on a server certainly has what is needed.
    pub has_from: Option<Build>,
    pub(crate) sources: Vec<usize>,
}

impl Plan {
    /// Whether it concerns a build of a product.
    #[must_use]
    pub fn concerns(&self, product: Product, build: &Build) -> bool {
        (self.fact.products.is_empty() || self.fact.products.contains(&product))
            && self.from.as_ref().is_none_or(|from| from <= build)
            && self.before.as_ref().is_none_or(|before| build < before)
    }
}

/// A condition on an answer, as in `cloud=public|other` or `database!=localdb`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub question: &'a str,
    pub values: &'a str,
    pub equal: bool,
}

impl<'a> Wanted<'a> {
    pub fn parse(text: &'a str) -> Option<Self> {
        let (question, values) = text.split_once('=')?;
        let bare = question.strip_suffix('!');
        Some(Self { question: bare.unwrap_or(question), values, equal: bare.is_none() })
    }

    /// Whether an answer fulfils it; what is not answered is not equal.
    pub fn holds(self, answer: Option<&str>) -> bool {
        answer.is_some_and(|answer| one_of(self.values, answer)) == self.equal
    }
}

/// Whether a value is among alternatives, as in `public|other`.
pub(crate) fn one_of(alternatives: &str, value: &str) -> bool {
    alternatives.split('|').any(|alternative| alternative == value)
}

/// A question about Cloud Sync.
#[derive(Debug, Clone)]
pub struct Rule {
    /// As the file says it.
    pub fact: RuleFact,
    /// The lowest build that fulfils it, where the build tells.
    pub minimum: Option<Build>,
    /// The day for which it is known to hold.
    pub date: Date,
    pub(crate) sources: Vec<usize>,
}

/// A step of the move to Cloud Sync, or something that was announced of it.
#[derive(Debug, Clone)]
pub struct Move {
    /// As the file says it.
    pub fact: MoveFact,
    /// The day for which it is known to hold, or since when.
    pub date: Date,
    pub(crate) sources: Vec<usize>,
}

/// The ways out.
#[derive(Debug, Clone)]
pub struct Ways {
    /// Automatic upgrade starts at this build.
    pub automatic_from: Build,
    /// Steps of an upgrade, in order.
    pub steps: Vec<Plan>,
    /// What the target build needs.
    pub prerequisites: Vec<Plan>,
    /// What breaks only on the way between certain builds.
    pub traps: Vec<Plan>,
    /// A command that only reads and answers several questions at once.
    pub paste: String,
    /// Questions that belong together: id and title.
    pub groups: Vec<(String, String)>,
    /// The questions, the most deciding first.
    pub rules: Vec<Rule>,
    /// Answers that give others.
    pub implied: Vec<super::way_facts::ImpliedFact>,
    /// Settings that answer questions.
    pub settings: Vec<super::way_facts::ImpliedFact>,
    /// Steps of the move to Cloud Sync.
    pub moves: Vec<Move>,
    /// What was announced about it.
    pub programme: Vec<Move>,
}

impl Ways {
    /// The rule of an id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.fact.id == id)
    }

    /// Whether there is such a question, and it knows such an answer.
    #[must_use]
    pub fn knows(&self, id: &str, value: &str) -> bool {
        let upgrade = QUESTIONS.iter().find(|(known, _)| *known == id).map(|(_, values)| values.contains(&value));
        upgrade.unwrap_or_else(|| self.rule(id).is_some() && YES_NO.contains(&value))
    }

    /// Whether something with this id can be ticked off.
    #[must_use]
    pub fn can_be_ticked(&self, id: &str) -> bool {
        self.steps.iter().chain(&self.prerequisites).any(|plan| plan.fact.id == id)
            || self.moves.iter().any(|step| step.fact.id == id)
    }
}

/// Every method of an upgrade, as the facts name it.
const METHODS: [(Method, &str); 5] = [
    (Method::Automatic, "automatic"),
    (Method::InPlace, "in-place"),
    (Method::Swing, "swing"),
    (Method::Reinstall, "reinstall"),
    (Method::NewServer, "new-server"),
];

/// Checks the ways out. Nothing but what stands in `check` tells of a fault.
pub(super) fn ways(check: &mut Check, upgrade: UpgradeFacts, cloud: CloudSyncFacts) -> Option<Ways> {
    for (name, length) in [
        ("upgrade.steps", upgrade.steps.len()),
        ("upgrade.prerequisites", upgrade.prerequisites.len()),
        ("upgrade.traps", upgrade.traps.len()),
        ("cloudSync.groups", cloud.groups.len()),
        ("cloudSync.rules", cloud.rules.len()),
        ("cloudSync.implied", cloud.implied.len()),
        ("cloudSync.settings", cloud.settings.len()),
        ("cloudSync.steps", cloud.steps.len()),
        ("cloudSync.programme", cloud.programme.len()),
    ] {
        if length > LONGEST_LIST {
            check.fail(name, format!("holds {length} records, more than {LONGEST_LIST}"));
            return None;
        }
    }
    // Ticks name steps, moves and prerequisites alike.
    let plans = upgrade.steps.iter().chain(&upgrade.prerequisites).chain(&upgrade.traps).map(|plan| plan.id.as_str());
    check.unique("upgrade", plans.chain(cloud.steps.iter().map(|step| step.id.as_str())));
    check.unique("cloudSync.programme", cloud.programme.iter().map(|step| step.id.as_str()));
    check.unique("cloudSync.groups", cloud.groups.iter().map(|group| group.id.as_str()));
    let questions = QUESTIONS.iter().map(|(id, _)| *id).chain([RESTORE_FIRST]);
    check.unique("cloudSync.rules", questions.chain(cloud.rules.iter().map(|rule| rule.id.as_str())));

    let automatic_from = check.parse("upgrade.automatic", &upgrade.automatic.from);
    check.references("upgrade.automatic", &upgrade.automatic.sources);
    let groups: Vec<_> = cloud.groups.into_iter().map(|group| (group.id, group.text)).collect();
    let mut rules = Vec::new();
    for fact in cloud.rules {
        rules.extend(check.rule(fact, &groups));
    }
    let mut ways = Ways {
        automatic_from: automatic_from?,
        steps: Vec::new(),
        prerequisites: Vec::new(),
        traps: Vec::new(),
        paste: cloud.paste,
        groups,
        rules,
        implied: cloud.implied,
        settings: cloud.settings,
        moves: Vec::new(),
        programme: Vec::new(),
    };
    for rule in &ways.rules {
        for id in &rule.fact.refers_to {
            check.known(&ways, &rule.fact.id, id, "yes");
        }
    }
    for implied in &ways.implied {
        for answer in implied.answer.split('|') {
            check.known(&ways, "implied", &implied.question, answer);
        }
        check.known(&ways, "implied", &implied.then, &implied.gives);
    }
    for setting in &ways.settings {
        check.known(&ways, &setting.question, &setting.then, &setting.gives);
    }
    for (facts, place) in [(upgrade.steps, 0), (upgrade.prerequisites, 1), (upgrade.traps, 2)] {
        let mut plans = Vec::new();
        for fact in facts {
            plans.push(check.plan(fact, &ways));
        }
        match place {
            0 => ways.steps = plans,
            1 => ways.prerequisites = plans,
            _ => ways.traps = plans,
        }
    }
    for fact in cloud.steps {
        ways.moves.extend(check.step(fact));
    }
    check.hollow(&ways);
    for fact in cloud.programme {
        ways.programme.extend(check.step(fact));
    }
    Some(ways)
}

impl Check {
    /// What every record of advice has: words, a day and sources. Their names
    /// are not kept once they are looked up.
    fn dated(&mut self, place: &str, text: &str, date: &str, sources: &mut Vec<String>) -> (Option<Date>, Vec<usize>) {
        self.text(place, text);
        (self.parse(place, date), self.references(place, &std::mem::take(sources)))
    }

    /// What no plan can do without: a table that lacks it would call everybody
    /// eligible, or send people off without a step.
    fn hollow(&mut self, ways: &Ways) {
        if !ways.rules.iter().any(|rule| !rule.fact.guided && rule.fact.kind == RuleKind::Blocker) {
            self.fail("cloudSync.rules", "hold no question that could block".to_owned());
        }
        for guided in [true, false] {
            if !ways.moves.iter().any(|step| step.fact.guided.is_none_or(|only| only == guided)) {
                let way = if guided { "guided move" } else { "move by hand" };
                self.fail("cloudSync.steps", format!("hold no step of the {way}"));
            }
        }
        for (method, name) in METHODS {
            // A step under a condition is not there for everybody.
            let always = |plan: &&Plan| plan.fact.answers.is_empty() && plan.from.is_none() && plan.before.is_none();
            if !ways.steps.iter().filter(always).any(|plan| plan.fact.methods.contains(&method)) {
                self.fail("upgrade.steps", format!("hold no step that always belongs to {name}"));
            }
        }
    }

    fn step(&mut self, mut fact: MoveFact) -> Option<Move> {
        let (date, sources) = self.dated(&fact.id, &fact.text, &fact.date, &mut fact.sources);
        Some(Move { date: date?, sources, fact })
    }

    fn known(&mut self, ways: &Ways, place: &str, id: &str, value: &str) {
        if !ways.knows(id, value) {
            self.fail(place, format!("names the question \"{id}\" with the answer \"{value}\", which does not exist"));
        }
    }

    fn plan(&mut self, mut fact: PlanFact, ways: &Ways) -> Plan {
        // For those who keep the facts; nothing shows it.
        fact.note = None;
        let (_, sources) = self.dated(&fact.id, &fact.text, &fact.date, &mut fact.sources);
        for text in [&fact.detail, &fact.command].into_iter().flatten() {
            self.text(&fact.id, text);
        }
        for condition in &fact.answers {
            match Wanted::parse(condition) {
                Some(wanted) if wanted.question == RESTORE_FIRST => {}
                Some(wanted) => {
                    for value in wanted.values.split('|') {
                        self.known(ways, &fact.id, wanted.question, value);
                    }
                }
                None => self.fail(&fact.id, format!("has the condition \"{condition}\", which is none")),
            }
        }
        Plan {
            from: self.parse_optional(&fact.id, fact.from.as_ref()),
            before: self.parse_optional(&fact.id, fact.before.as_ref()),
            has_from: self.parse_optional(&fact.id, fact.has_from.as_ref()),
            sources,
            fact,
        }
    }

    fn rule(&mut self, mut fact: RuleFact, groups: &[(String, String)]) -> Option<Rule> {
        let (date, sources) = self.dated(&fact.id, &fact.text, &fact.date, &mut fact.sources);
        let texts = [&fact.how_to_check, &fact.why];
        for text in texts.into_iter().chain(&fact.workaround).chain(&fact.command) {
            self.text(&fact.id, text);
        }
        if !groups.iter().any(|(id, _)| *id == fact.group) {
            self.fail(&fact.id, format!("belongs to the group \"{}\", which does not exist", fact.group));
        }
        if !YES_NO.contains(&fact.blocks_when.as_str()) {
            self.fail(&fact.id, format!("blocks when \"{}\", which is neither yes nor no", fact.blocks_when));
        }
        let minimum = self.parse_optional(&fact.id, fact.minimum.as_ref());
        Some(Rule { minimum, date: date?, sources, fact })
    }
}
