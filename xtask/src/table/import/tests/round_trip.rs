//! Our table, written in the form of the pages and read again, is the same table.

use entra_connect_checker::Product;

use super::super::markdown;
use super::{document, imported, pages};

#[track_caller]
fn unchanged(text: &str) {
    let import = imported(&[text]).expect("it is read");
    assert_eq!(import.told(), "no difference\n");
}

#[test]
fn the_release_history() {
    // As old as the edition that was read: nothing moves.
    let page = pages::connect(&document(), "2026-09-16");
    unchanged(&page);
    unchanged(&pages::html(&markdown::read(&page)));
}

#[test]
fn the_archive() {
    let page = pages::archive(&document(), "04/09/2025");
    unchanged(&page);
    unchanged(&pages::html(&markdown::read(&page)));
}

#[test]
fn the_agents() {
    let provisioning = "Microsoft Entra provisioning Agent: Version release history";
    unchanged(&pages::agent(&document(), Product::ProvisioningAgent, provisioning, "09/23/2026"));
    let pass_through = "Microsoft Entra pass-through authentication agent: Version release history";
    let page = pages::agent(&document(), Product::PtaAgent, pass_through, "04/09/2025");
    unchanged(&page);
    unchanged(&pages::html(&markdown::read(&page)));
}

#[test]
fn the_health_agents() {
    let page = pages::health(&document(), "08/24/2026");
    unchanged(&page);
    unchanged(&pages::html(&markdown::read(&page)));
}
