//! From facts to a table: everything that can be checked is checked, every
//! reason is reported, and a table with a single fault is refused whole.

use super::check::{Check, LONGEST_LIST, TableError};
use super::facts::{AdvisoryFact, CutoffFact, Facts, FamilyFact, LinkFacts, ProductFact, ReleaseFact, SourceFact};
use super::support::{self, Basis, Support};
use super::{
    Advisory, Condition, Cutoff, Family, Link, Notable, ProductInfo, Range, Release, Rolling, SCHEMA, Source, Table,
};
use crate::date::{Date, Released};
use crate::order;
use crate::version::Build;

impl Table {
    /// Checks facts and joins them.
    ///
    /// # Errors
    /// Every reason why they cannot be a table.
    pub fn new(facts: Facts) -> Result<Self, TableError> {
        let mut check = Check { sources: facts.sources.iter().map(|s| s.id.clone()).collect(), reasons: Vec::new() };
        if facts.schema != SCHEMA {
            check.fail("schema", format!("is {}, and only {SCHEMA} is understood", facts.schema));
        }
        let as_of = check.parse("asOf", &facts.as_of);
        for (name, length) in [
            ("sources", facts.sources.len()),
            ("products", facts.products.len()),
            ("families", facts.families.len()),
            ("releases", facts.releases.len()),
            ("cutoffs", facts.cutoffs.len()),
            ("advisories", facts.advisories.len()),
        ] {
            if length > LONGEST_LIST {
                check.fail(name, format!("holds {length} records, more than {LONGEST_LIST}"));
            }
        }
        if !check.reasons.is_empty() {
            return Err(TableError { reasons: check.reasons });
        }
        check.unique("sources", facts.sources.iter().map(|s| s.id.as_str()));
        check.unique("products", facts.products.iter().map(|p| p.name.as_str()));
        for (index, product) in facts.products.iter().enumerate() {
            if facts.products.iter().take(index).any(|other| other.id == product.id) {
                check.fail("products", format!("describe {} twice", product.name));
            }
        }
        check.unique("families", facts.families.iter().map(|f| f.id.as_str()));
        check.unique("cutoffs", facts.cutoffs.iter().map(|c| c.id.as_str()));
        check.unique("advisories", facts.advisories.iter().map(|a| a.id.as_str()));

        let sources: Vec<_> = facts.sources.iter().filter_map(|s| check.source(s)).collect();
        let links = check.links(&facts.links);
        let mut products: Vec<_> = facts.products.iter().map(|p| check.product(p)).collect();
        let families: Vec<_> = facts.families.iter().filter_map(|f| check.family(f)).collect();
        let mut releases: Vec<_> = facts.releases.iter().filter_map(|r| check.release(r, &families)).collect();
        let cutoffs: Vec<_> = facts.cutoffs.iter().filter_map(|c| check.cutoff(c, &facts.sources)).collect();
        let advisories: Vec<_> = facts.advisories.iter().filter_map(|a| check.advisory(a)).collect();
        let ways = super::ways::ways(&mut check, facts.upgrade, facts.cloud_sync);
        check.order(&releases, &products, as_of);
        check.named(&products, &families, &cutoffs, &advisories);
        check.refusals(&products, &facts.cutoffs);
        check.day(as_of, &sources);
        let (Some(as_of), Some(ways), true) = (as_of, ways, check.reasons.is_empty()) else {
            return Err(TableError { reasons: check.reasons });
        };
        let cutoffs = order::by_number(cutoffs, |cutoff| cutoff.date.day_number());
        support::complete(&mut releases, &families);
        for product in &mut products {
            // The rows of a product stand together: `order` saw to it.
            let first = releases.iter().position(|release| release.product == product.id).unwrap_or_default();
            let count = releases.iter().filter(|release| release.product == product.id).count();
            product.rows = first..first.saturating_add(count);
        }
        Ok(Self {
            as_of,
            links,
            sources,
            products,
            families,
            releases,
            cutoffs,
            advisories,
            ways,
            index: Default::default(),
        })
    }
}

impl Check {
    fn source(&mut self, fact: &SourceFact) -> Option<Source> {
        let place = format!("sources {}", fact.id);
        self.text(&place, &fact.title);
        if let Some(url) = &fact.url {
            self.url(&place, url);
        }
        let dated = self.parse_optional(&place, fact.dated.as_ref());
        Some(Source { title: fact.title.clone(), url: fact.url.clone(), dated })
    }

    fn links(&mut self, facts: &LinkFacts) -> Vec<(Link, usize)> {
        [
            (Link::ReleaseHistory, &facts.release_history),
            (Link::ReleaseArchive, &facts.release_archive),
            (Link::Download, &facts.download),
            (Link::Upgrade, &facts.upgrade),
            (Link::Prerequisites, &facts.prerequisites),
            (Link::VerifyVersion, &facts.verify_version),
            (Link::Deprecated, &facts.deprecated),
            (Link::AutomaticUpgrade, &facts.automatic_upgrade),
            (Link::CloudSync, &facts.cloud_sync),
            (Link::CloudSyncCheck, &facts.cloud_sync_check),
            (Link::HealthHistory, &facts.health_history),
            (Link::AgentHistory, &facts.agent_history),
        ]
        .into_iter()
        .filter_map(|(link, id)| Some((link, self.reference("links", id)?)))
        .collect()
    }

    fn product(&mut self, fact: &ProductFact) -> ProductInfo {
        let place = format!("products {}", fact.name);
        ProductInfo {
            id: fact.id,
            name: fact.name.clone(),
            kind: fact.kind,
            support_rule: fact.support_rule.clone(),
            rows: 0..0,
            sources: self.references(&place, &fact.sources),
        }
    }

    fn family(&mut self, fact: &FamilyFact) -> Option<Family> {
        let place = format!("families {}", fact.id);
        let from: Option<Build> = self.parse(&place, &fact.from);
        let before: Option<Build> = self.parse(&place, &fact.before);
        if from.is_some() && from >= before {
            self.fail(&place, format!("runs from {} to before {}, which is nothing", fact.from, fact.before));
        }
        self.unique(&place, fact.history.iter().map(|event| event.id.as_str()));
        for event in &fact.history {
            let place = format!("{place} history {}", event.id);
            self.parse::<Date>(&place, &event.date);
            self.references(&place, &event.sources);
        }
        let rolling = fact
            .rolling
            .as_ref()
            .and_then(|rule| Some(Rolling { months: rule.months, since: self.parse(&place, &rule.since)? }));
        Some(Family {
            id: fact.id.clone(),
            product: fact.product,
            names: fact.names.clone(),
            support_ends: self.parse_optional(&place, fact.support_ends.as_ref()),
            rolling,
            sources: self.references(&place, &fact.sources),
            from: from?,
            before: before?,
        })
    }

    fn release(&mut self, fact: &ReleaseFact, families: &[Family]) -> Option<Release> {
        let place = format!("releases {}", fact.version);
        for text in fact.notable.iter().map(|point| &point.text).chain(&fact.note).chain(&fact.support_note) {
            self.text(&place, text);
        }
        // What means nothing to an upgrade is for those who keep the facts.
        let mut notable = Vec::new();
        for point in &fact.notable {
            let fixed_in = self.parse_optional(&place, point.fixed_in.as_ref());
            if let Some(kind) = point.kind {
                notable.push(Notable { text: point.text.clone(), kind, action: point.action, fixed_in });
            }
        }
        let released: Option<Released> = self.parse_optional(&place, fact.released.as_ref());
        let ends: Option<Date> = self.parse_optional(&place, fact.support_ends.as_ref());
        let pushed: Option<Date> = self.parse_optional(&place, fact.auto_upgrade_from.as_ref());
        if let Some(first_day) = released.map(Released::first_day) {
            if ends.is_some_and(|end| end < first_day) {
                self.fail(&place, "has an end of support before its release".to_owned());
            }
            if pushed.is_some_and(|day| day < first_day) {
                self.fail(&place, "is offered by automatic upgrade before its release".to_owned());
            }
        }
        let sources = self.references(&place, &fact.sources);
        let build: Build = self.parse(&place, &fact.version)?;
        let family = families.iter().position(|f| f.product == fact.product && f.from <= build && build < f.before);
        let basis = if ends.is_some() { Basis::Published } else { Basis::None };
        Some(Release {
            build,
            version: fact.version.clone(),
            product: fact.product,
            released,
            channel: fact.channel,
            support: Support { ends, basis },
            superseded_by: None,
            security: fact.security.as_ref().map(|security| security.note.clone()),
            notable,
            note: fact.note.clone(),
            confidence: fact.confidence,
            family,
            sources,
        })
    }

    fn cutoff(&mut self, fact: &CutoffFact, pages: &[SourceFact]) -> Option<Cutoff> {
        let place = format!("cutoffs {}", fact.id);
        self.text(&place, &fact.effect);
        if fact.products.is_empty() {
            self.fail(&place, "concerns no product".to_owned());
        }
        let date = self.parse(&place, &fact.date);
        let minimum = self.parse(&place, &fact.minimum);
        let sources = self.references(&place, &fact.sources);
        if let Some(condition) = &fact.condition {
            self.text(&place, &condition.text);
            self.text(&place, &condition.how_to_check);
        }
        let condition = fact.condition.as_ref().map(|condition| Condition {
            text: condition.text.clone(),
            how_to_check: condition.how_to_check.clone(),
            url: self
                .reference(&place, &condition.source)
                .and_then(|index| pages.get(index))
                .and_then(|page| page.url.clone()),
            before: self.parse_optional(&place, condition.before.as_ref()),
        });
        Some(Cutoff {
            id: fact.id.clone(),
            date: date?,
            products: fact.products.clone(),
            minimum: minimum?,
            needs_other_product: fact.minimum_product.is_some(),
            stops: fact.stops,
            effect: fact.effect.clone(),
            condition,
            confidence: fact.confidence,
            sources,
        })
    }

    fn advisory(&mut self, fact: &AdvisoryFact) -> Option<Advisory> {
        let place = format!("advisories {}", fact.id);
        self.url(&place, &fact.url);
        for text in [&fact.title, &fact.what_it_means] {
            self.text(&place, text);
        }
        if fact.cvss.is_some_and(|score| !(0.0..=10.0).contains(&score)) {
            self.fail(&place, "has a CVSS score outside 0 to 10".to_owned());
        }
        if fact.affected.is_empty() {
            self.fail(&place, "affects no build".to_owned());
        }
        let affected = fact
            .affected
            .iter()
            .filter_map(|range| {
                let from: Option<Build> = self.parse_optional(&place, range.from.as_ref());
                let before: Build = self.parse(&place, &range.before)?;
                if from.as_ref().is_some_and(|from| *from >= before) {
                    self.fail(&place, format!("affects builds that end before they begin, at {before}"));
                }
                Some(Range { product: range.product, from, before })
            })
            .collect();
        Some(Advisory {
            id: fact.id.clone(),
            title: fact.title.clone(),
            published: self.parse(&place, &fact.published)?,
            rating: fact.severity,
            cvss: fact.cvss,
            affected,
            condition: fact.condition.clone(),
            what_it_means: fact.what_it_means.clone(),
            url: fact.url.clone(),
            confidence: fact.confidence,
            sources: self.references(&place, &fact.sources),
        })
    }
}
