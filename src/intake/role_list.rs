//! The words by which people say that a number is installed, wanted or gone,
//! language by language.

use super::lexicon::lexicon;
use super::roles::Role;
use super::roles::Role::{Current, Installed, Previous, Target};

lexicon! {
    /// Words before a number, and in the headings of columns.
    BEFORE: Role = [
        // English
        ("currently", Current), ("current", Current), ("installed", Installed), ("running", Installed),
        ("your version", Installed), ("we are on", Installed), ("we're on", Installed), ("we run", Installed),
        ("we use", Installed), ("is on", Installed), ("is at", Installed), ("are on", Installed), ("now on", Installed),
        ("now", Installed), ("still on", Installed), ("still", Installed), ("stuck on", Installed), ("stays on", Installed),
        ("we have", Installed), ("i'm on", Installed), ("im on", Installed), ("i am on", Installed), ("we are at", Installed), ("running on", Installed), ("i have", Installed), ("has", Installed), ("found", Installed), ("reports", Installed),
        ("shows", Installed), ("detected", Installed), ("deployed", Installed), ("in use", Installed), ("runs", Installed),
        ("rolled back to", Installed), ("restored", Installed), ("remains", Installed), ("upgraded to", Installed),
        ("updated to", Installed), ("went to", Installed), ("existing", Installed), ("production", Installed), ("pilot", Installed),
        ("to be upgraded to", Target), ("be upgraded to", Target), ("to be updated to", Target), ("be updated to", Target),
        ("upgrade to", Target), ("upgrading to", Target), ("update to", Target), ("upgrade", Target), ("migrate to", Target),
        ("move to", Target), ("go to", Target), ("get to", Target), ("minimum", Target), ("minimal", Target),
        ("at least", Target), ("need", Target), ("needs to be on", Target), ("they want", Target), ("wants", Target),
        ("require", Target), ("required", Target), ("requires", Target), ("requirement", Target), ("must be on", Target),
        ("must be", Target), ("should be on", Target), ("should be", Target), ("below", Target), ("under", Target),
        ("older than", Target), ("earlier than", Target), ("newer than", Target), ("later than", Target),
        ("higher than", Target), ("prior to", Target), ("lower than", Target), ("less than", Target), ("before", Target),
        ("until", Target), ("up to", Target), ("latest", Target), ("newest", Target), ("available", Target),
        ("target", Target), ("goal", Target), ("baseline", Target), ("recommended", Target), ("recommends", Target),
        ("recommend", Target), ("planned", Target), ("fixed in", Target), ("fix in", Target), ("fixed version", Target),
        ("patched in", Target), ("fixed", Target), ("affected", Target), ("max", Target), ("min", Target),
        ("new version", Target), ("newer", Target), ("next", Target), ("offered", Target), ("should i install", Target),
        ("downloaded", Target), ("download", Target), ("don't have", Target), ("not have", Target), ("not on", Target),
        ("isn't on", Target), ("not yet on", Target), ("install", Target), ("msiexec", Target), ("upgrade target", Target),
        ("going to", Target), ("moving to", Target), ("expected", Target), ("compliant", Target),
        ("previously", Previous), ("previous", Previous), ("prior version", Previous), ("from", Previous),
        ("old version", Previous), ("oldversion", Previous), ("old", Previous), ("was", Previous), ("was on", Previous),
        ("were on", Previous), ("used to be", Previous), ("used to run", Previous), ("former", Previous),
        ("formerly", Previous), ("original", Previous), ("uninstalled", Previous), ("removed", Previous),
        ("backup", Previous), ("replaced", Previous),
        // German
        ("aktuell", Current), ("derzeit", Installed), ("momentan", Installed), ("installiert", Installed),
        ("läuft", Installed), ("laufen", Installed), ("haben", Installed), ("im einsatz", Installed), ("noch auf", Installed),
        ("noch", Installed), ("vorhanden", Installed), ("ist auf", Installed), ("jetzt", Installed), ("nun auf", Installed),
        ("ihre version", Installed), ("aktualisiert auf", Installed), ("ist-version", Installed), ("ist-stand", Installed),
        ("gefunden", Installed), ("verwenden", Installed), ("nutzen", Installed), ("zeigt", Installed),
        ("upgrade auf", Target), ("aktualisieren sie auf", Target), ("aktualisieren auf", Target),
        ("aktualisierung auf", Target), ("update auf", Target), ("wechsel auf", Target), ("mindestversion", Target),
        ("mindestens", Target), ("mindest", Target), ("erforderlich", Target), ("benötigt", Target), ("neueste", Target),
        ("neuste", Target), ("neuere", Target), ("aktuellste", Target), ("verfügbar", Target), ("verfügbare", Target),
        ("zielversion", Target), ("ziel", Target), ("soll", Target), ("sollte", Target), ("sollten", Target),
        ("empfohlen", Target), ("müssen auf", Target), ("muss auf", Target), ("älter als", Target), ("kleiner als", Target),
        ("niedriger als", Target), ("vor version", Target), ("unter version", Target), ("ab version", Target),
        ("brauchen", Target), ("geplant", Target), ("geplante", Target), ("vorher", Previous), ("vorherige", Previous), ("zuvor", Previous), ("frühere", Previous),
        ("bisher", Previous), ("bisherige", Previous), ("alte version", Previous), ("alte", Previous), ("war", Previous),
        ("ehemals", Previous),
        // French
        ("actuelle", Current), ("actuel", Current), ("actuellement", Installed), ("installée", Installed),
        ("installé", Installed), ("nous avons", Installed), ("est en", Installed), ("sont en", Installed), ("maintenant", Installed), ("désormais", Installed), ("nous sommes en", Installed), ("nous sommes sur", Installed),
        ("on est en", Installed), ("on est sur", Installed), ("tourne", Installed), ("utilisons", Installed),
        ("utilisée", Installed), ("votre version", Installed), ("encore en", Installed), ("encore", Installed),
        ("toujours en", Installed), ("toujours", Installed), ("a été mis à niveau vers", Installed),
        ("a été mise à niveau vers", Installed), ("a été mis à jour vers", Installed), ("en place", Installed),
        ("mise à niveau vers", Target), ("mettre à niveau vers", Target), ("mettez à niveau vers", Target),
        ("mise à jour vers", Target), ("mettre à jour vers", Target), ("mettre à jour en", Target), ("passer à", Target),
        ("passer en", Target), ("minimale", Target), ("requise", Target), ("requis", Target), ("dernière", Target),
        ("disponible", Target), ("cible", Target), ("recommandée", Target), ("au moins", Target), ("à partir de", Target),
        ("avant", Target), ("inférieure à", Target), ("antérieure à", Target), ("nécessaire", Target), ("exigée", Target),
        ("la plus récente", Target), ("il faut", Target), ("prévue", Target), ("précédente", Previous), ("précédemment", Previous),
        ("ancienne", Previous), ("était en", Previous), ("était", Previous), ("auparavant", Previous),
        // Spanish
        ("actual", Current), ("actualmente", Installed), ("instalada", Installed), ("instalado", Installed),
        ("tenemos", Installed), ("ahora", Installed), ("estamos en", Installed), ("usamos", Installed), ("su versión", Installed),
        ("actualizado a", Installed), ("se actualizó a", Installed), ("en ejecución", Installed), ("todavía en", Installed),
        ("sigue en", Installed), ("aún en", Installed), ("en uso", Installed), ("está en", Installed),
        ("actualice a", Target), ("actualizar a", Target), ("actualización a", Target), ("actualice a la versión", Target),
        ("actualizar a la versión", Target), ("mínima", Target), ("mínimo", Target), ("requerida", Target),
        ("requiere", Target), ("necesaria", Target), ("última", Target), ("más reciente", Target), ("objetivo", Target),
        ("recomendada", Target), ("al menos", Target), ("prevista", Target), ("planificada", Target), ("anterior a", Target), ("inferior a", Target), ("a partir de la", Target),
        ("anterior", Previous), ("antigua", Previous), ("estaba en", Previous), ("antes", Previous),
        // Italian
        ("attuale", Current), ("attualmente", Installed), ("installata", Installed), ("installato", Installed),
        ("abbiamo", Installed), ("adesso", Installed), ("ora", Installed), ("siamo alla", Installed), ("usiamo", Installed), ("aggiornato alla", Installed),
        ("aggiornato a", Installed), ("in uso", Installed), ("ancora alla", Installed), ("ancora", Installed),
        ("in esecuzione", Installed), ("è alla", Installed), ("aggiornare a", Target), ("aggiornare alla", Target),
        ("aggiorna alla", Target), ("aggiornamento alla", Target), ("minima", Target), ("richiesta", Target),
        ("necessaria", Target), ("ultima", Target), ("più recente", Target), ("disponibile", Target), ("almeno", Target), ("pianificata", Target),
        ("precedente alla", Target), ("inferiore a", Target), ("consigliata", Target), ("a partire dalla", Target),
        ("precedente", Previous), ("vecchia", Previous), ("era", Previous),
        // Portuguese
        ("atual", Current), ("atualmente", Installed), ("temos", Installed), ("agora", Installed), ("estamos na", Installed),
        ("atualizado para", Installed), ("ainda na", Installed), ("ainda", Installed), ("em execução", Installed),
        ("está na", Installed), ("versão atual", Current), ("em uso", Installed), ("atualizar para", Target),
        ("atualize para", Target), ("atualização para", Target), ("necessária", Target), ("exigida", Target),
        ("exige", Target), ("mais recente", Target), ("disponível", Target), ("pelo menos", Target), ("planejada", Target),
        ("a partir da", Target), ("antiga", Previous), ("estava na", Previous),
        // Dutch
        ("huidige", Current), ("momenteel", Installed), ("nu", Installed), ("geïnstalleerd", Installed), ("we hebben", Installed),
        ("wij hebben", Installed), ("draait", Installed), ("draaien", Installed), ("bijgewerkt naar", Installed),
        ("nog op", Installed), ("nu op", Installed), ("zit op", Installed), ("in gebruik", Installed),
        ("upgraden naar", Target), ("bijwerken naar", Target), ("upgrade naar", Target), ("update naar", Target),
        ("minimaal", Target), ("vereist", Target), ("nieuwste", Target), ("laatste", Target), ("beschikbaar", Target),
        ("beschikbare", Target), ("ten minste", Target), ("geplande", Target), ("gepland", Target), ("lager dan", Target), ("ouder dan", Target),
        ("aanbevolen", Target), ("vanaf", Target), ("nodig", Target), ("moet naar", Target), ("vorige", Previous),
        ("oude", Previous), ("voorheen", Previous), ("eerdere", Previous),
        // Polish
        ("obecna", Current), ("obecnie", Installed), ("aktualna", Current), ("aktualnie", Installed),
        ("bieżąca", Current), ("zainstalowan", Installed), ("zainstalowana", Installed), ("zainstalowano", Installed),
        ("zainstalowaną", Installed), ("mamy", Installed), ("teraz", Installed), ("używamy", Installed), ("działa", Installed),
        ("zaktualizowano do", Installed), ("nadal", Installed), ("zaktualizuj do", Target), ("aktualizacja do", Target),
        ("aktualizacji do", Target), ("zaktualizować do", Target), ("uaktualnij do", Target), ("minimalna", Target),
        ("wymagana", Target), ("wymagane", Target), ("najnowsza", Target), ("dostępna", Target), ("co najmniej", Target), ("planowana", Target),
        ("starsze niż", Target), ("zalecana", Target), ("docelowa", Target), ("potrzebna", Target),
        ("poprzednia", Previous), ("poprzednio", Previous), ("stara", Previous), ("wcześniej", Previous), ("była", Previous),
        // Japanese
        ("現在", Installed), ("インストール済み", Installed), ("インストールされている", Installed), ("使用中", Installed),
        ("稼働中", Installed), ("導入済み", Installed), ("お使いの", Installed), ("ご使用の", Installed), ("現行", Installed),
        ("必要", Target), ("最低", Target), ("最小", Target), ("最新", Target), ("推奨", Target), ("利用可能", Target),
        ("アップグレード先", Target), ("対象", Target), ("要件", Target), ("必須", Target), ("更新先", Target), ("予定", Target),
        ("以前の", Previous), ("以前", Previous), ("旧", Previous), ("前の", Previous),
        // Chinese
        ("当前", Installed), ("當前", Installed), ("目前", Installed), ("已安装", Installed), ("已安裝", Installed),
        ("现在", Installed), ("正在运行", Installed), ("正在使用", Installed), ("我们使用", Installed), ("安装版本", Installed),
        ("现有", Installed), ("已升级到", Installed), ("已升级至", Installed), ("已更新到", Installed), ("需要", Target),
        ("要求", Target), ("可用", Target), ("升级到", Target), ("升级至", Target), ("升級到", Target), ("更新到", Target),
        ("更新至", Target), ("建议", Target), ("建議", Target), ("推荐", Target), ("至少", Target), ("计划", Target), ("目标", Target),
        ("低于", Target), ("早于", Target), ("之前", Previous), ("原版本", Previous), ("先前", Previous),
    ]
}

lexicon! {
    /// Words right after a number.
    AFTER: Role = [
        // English
        ("or later", Target), ("or newer", Target), ("or higher", Target), ("or above", Target), ("or greater", Target),
        ("and later", Target), ("and newer", Target), ("and above", Target), ("or earlier", Target), ("or older", Target),
        ("or below", Target), ("and earlier", Target), ("and older", Target), ("and below", Target),
        ("is required", Target), ("required", Target), ("is needed", Target), ("needed", Target),
        ("is the minimum", Target), ("is available", Target), ("available", Target), ("is the latest", Target),
        ("latest", Target), ("is out", Target), ("came out", Target), ("is the target", Target), ("failed", Target),
        ("was removed", Previous), ("removed", Previous), ("was uninstalled", Previous), ("is installed", Installed),
        ("installed", Installed), ("is running", Installed), ("running", Installed), ("is what we run", Installed),
        ("is in use", Installed), ("remains", Installed), ("still", Installed), ("in production", Installed),
        ("today", Installed), ("already", Installed),
        // German
        ("oder höher", Target), ("oder neuer", Target), ("oder später", Target), ("oder älter", Target),
        ("und höher", Target), ("und neuer", Target), ("ist erforderlich", Target), ("erforderlich", Target),
        ("wird benötigt", Target), ("ist verfügbar", Target), ("verfügbar", Target), ("fehlgeschlagen", Target),
        ("ist installiert", Installed), ("installiert", Installed), ("läuft", Installed), ("im einsatz", Installed),
        ("wurde entfernt", Previous), ("wurde deinstalliert", Previous),
        // French
        ("ou ultérieure", Target), ("ou supérieure", Target), ("ou plus récente", Target), ("ou version ultérieure", Target),
        ("et ultérieures", Target), ("ou antérieure", Target), ("est requise", Target), ("est nécessaire", Target),
        ("est disponible", Target), ("disponible", Target), ("est installée", Installed), ("installée", Installed),
        // Spanish
        ("o posterior", Target), ("o superior", Target), ("o versiones posteriores", Target), ("o más reciente", Target),
        ("o anterior", Target), ("es necesaria", Target), ("está disponible", Target), ("está instalada", Installed),
        ("instalada", Installed),
        // Italian
        ("o successiva", Target), ("o versioni successive", Target), ("o superiore", Target), ("è richiesta", Target),
        ("è necessaria", Target), ("è disponibile", Target), ("disponibile", Target), ("è installata", Installed),
        // Portuguese
        ("ou posterior", Target), ("ou superior", Target), ("ou mais recente", Target), ("é necessária", Target),
        ("está disponível", Target), ("disponível", Target),
        // Dutch
        ("of hoger", Target), ("of later", Target), ("of nieuwer", Target), ("is vereist", Target),
        ("is beschikbaar", Target), ("beschikbaar", Target), ("is geïnstalleerd", Installed),
        // Polish
        ("lub nowsz", Target), ("lub nowsza", Target), ("lub nowszej", Target), ("lub nowszych", Target),
        ("lub wyższa", Target), ("lub wyższej", Target), ("lub późniejsza", Target), ("jest wymagana", Target),
        ("jest dostępna", Target), ("jest zainstalowana", Installed),
        // Japanese
        ("以降", Target), ("以上", Target), ("以前", Target), ("未満", Target), ("より前", Target), ("より新しい", Target),
        ("またはそれ以降", Target), ("が必要", Target), ("が利用可能", Target), ("が公開", Target),
        ("へのアップグレード", Target), ("へアップグレードしてください", Target), ("にアップグレードしてください", Target),
        ("にアップグレードする必要", Target), ("への更新", Target), ("に更新してください", Target),
        ("がインストール", Installed), ("を使用", Installed), ("を利用して", Installed), ("で稼働", Installed),
        ("が稼働", Installed), ("で動作", Installed), ("にアップグレードしました", Installed),
        ("にアップグレードされました", Installed), ("に更新しました", Installed), ("に更新されました", Installed),
        // Chinese
        ("或更高", Target), ("及更高", Target), ("或更新", Target), ("或以上", Target), ("及以上", Target), ("以下", Target),
        ("之前", Target), ("可用", Target), ("已发布", Target), ("已安装", Installed),
    ]
}

lexicon! {
    /// Words that say that a number was not installed after all.
    FAILED: () = [
        ("failed", ()), ("failure", ()), ("fehlgeschlagen", ()), ("fehler bei", ()), ("nicht installiert", ()),
        ("échec", ()), ("a échoué", ()), ("no se pudo", ()), ("errore", ()), ("mislukt", ()), ("失敗", ()), ("失败", ()),
    ]
}

lexicon! {
    /// Words of a change that was made, for "from A to B".
    DONE: () = [
        ("upgraded", ()), ("updated", ()), ("moved", ()), ("migrated", ()), ("went", ()), ("aktualisiert", ()),
        ("hochgezogen", ()), ("gehoben", ()), ("mis à niveau", ()), ("mis à jour", ()), ("effectuée", ()), ("réalisée", ()), ("durchgeführt", ()), ("umgestellt", ()), ("gewechselt", ()),
        ("passé", ()), ("passés", ()), ("actualizado", ()), ("actualizó", ()), ("actualizamos", ()), ("actualicé", ()), ("actualizados", ()),
        ("aggiornammo", ()), ("aggiornata", ()), ("atualizamos", ()), ("atualizei", ()), ("migramos", ()), ("aggiornato", ()), ("atualizado", ()),
        ("bijgewerkt", ()), ("geüpgraded", ()), ("zaktualizowano", ()), ("zaktualizowany", ()), ("zaktualizowaliśmy", ()), ("zaktualizowałem", ()),
        ("アップグレードしました", ()), ("アップグレードされました", ()), ("更新しました", ()), ("已升级", ()), ("已从", ()), ("已将", ()), ("了", ()),
    ]
}
