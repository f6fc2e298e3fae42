//! The words by which people say that a number is installed, wanted or gone,
//! language by language.

use super::lexicon::lexicon;
use super::roles::Role;
use super::roles::Role::{Current, Installed, Previous, Target};

lexicon! {
    /// Words before a number, and in the headings of columns.
    BEFORE: Role = [
        // English
        (Current, "currently|current"),
        (Installed, "installed|running|your version|we are on|we're on|we run|we use|is on|is at|are on|now on|now|\
         still on|still|stuck on|stays on|we have|i'm on|im on|i am on|we are at|running on|i have|has|\
         found|reports|shows|detected|deployed|in use|runs|rolled back to|restored|remains|upgraded to|\
         updated to|went to|existing|production|pilot"),
        (Target, "to be upgraded to|be upgraded to|to be updated to|be updated to|upgrade to|upgrading to|\
         update to|upgrade|migrate to|move to|go to|get to|minimum|minimal|at least|need|needs to be on|\
         they want|wants|require|required|requires|requirement|must be on|must be|should be on|should be|\
         below|under|older than|earlier than|newer than|later than|higher than|prior to|lower than|\
         less than|before|until|up to|latest|newest|available|target|goal|baseline|recommended|recommends|\
         recommend|planned|fixed in|fix in|fixed version|patched in|fixed|affected|max|min|new version|\
         newer|next|offered|should i install|downloaded|download|don't have|not have|not on|isn't on|\
         not yet on|install|msiexec|upgrade target|going to|moving to|expected|compliant"),
        (Previous, "previously|previous|prior version|from|old version|oldversion|old|was|was on|were on|used to be|\
         used to run|former|formerly|original|uninstalled|removed|backup|replaced"),
        // German
        (Current, "aktuell"),
        (Installed, "derzeit|momentan|installiert|läuft|laufen|haben|im einsatz|noch auf|noch|vorhanden|ist auf|\
         jetzt|nun auf|ihre version|aktualisiert auf|ist-version|ist-stand|gefunden|verwenden|nutzen|\
         zeigt"),
        (Target, "upgrade auf|aktualisieren sie auf|aktualisieren auf|aktualisierung auf|update auf|wechsel auf|\
         mindestversion|mindestens|mindest|erforderlich|benötigt|neueste|neuste|neuere|aktuellste|\
         verfügbar|verfügbare|zielversion|ziel|soll|sollte|sollten|empfohlen|müssen auf|muss auf|\
         älter als|kleiner als|niedriger als|vor version|unter version|ab version|brauchen|geplant|\
         geplante"),
        (Previous, "vorher|vorherige|zuvor|frühere|bisher|bisherige|alte version|alte|war|ehemals"),
        // French
        (Current, "actuelle|actuel"),
        (Installed, "actuellement|installée|installé|nous avons|est en|sont en|maintenant|désormais|nous sommes en|\
         nous sommes sur|on est en|on est sur|tourne|utilisons|utilisée|votre version|encore en|encore|\
         toujours en|toujours|a été mis à niveau vers|a été mise à niveau vers|\
         a été mis à jour vers|en place"),
        (Target, "mise à niveau vers|mettre à niveau vers|mettez à niveau vers|mise à jour vers|\
         mettre à jour vers|mettre à jour en|passer à|passer en|minimale|requise|requis|dernière|\
         disponible|cible|recommandée|au moins|à partir de|avant|inférieure à|antérieure à|\
         nécessaire|exigée|la plus récente|il faut|prévue"),
        (Previous, "précédente|précédemment|ancienne|était en|était|auparavant"),
        // Spanish
        (Current, "actual"),
        (Installed, "actualmente|instalada|instalado|tenemos|ahora|estamos en|usamos|su versión|actualizado a|\
         se actualizó a|en ejecución|todavía en|sigue en|aún en|en uso|está en"),
        (Target, "actualice a|actualizar a|actualización a|actualice a la versión|actualizar a la versión|\
         mínima|mínimo|requerida|requiere|necesaria|última|más reciente|objetivo|recomendada|al menos|\
         prevista|planificada|anterior a|inferior a|a partir de la"),
        (Previous, "anterior|antigua|estaba en|antes"),
        // Italian
        (Current, "attuale"),
        (Installed, "attualmente|installata|installato|abbiamo|adesso|ora|siamo alla|usiamo|aggiornato alla|\
         aggiornato a|in uso|ancora alla|ancora|in esecuzione|è alla"),
        (Target, "aggiornare a|aggiornare alla|aggiorna alla|aggiornamento alla|minima|richiesta|necessaria|ultima|\
         più recente|disponibile|almeno|pianificata|precedente alla|inferiore a|consigliata|\
         a partire dalla"),
        (Previous, "precedente|vecchia|era"),
        // Portuguese
        (Current, "atual"),
        (Installed, "atualmente|temos|agora|estamos na|atualizado para|ainda na|ainda|em execução|está na"),
        (Current, "versão atual"),
        (Installed, "em uso"),
        (Target, "atualizar para|atualize para|atualização para|necessária|exigida|exige|mais recente|\
         disponível|pelo menos|planejada|a partir da"),
        (Previous, "antiga|estava na"),
        // Dutch
        (Current, "huidige"),
        (Installed, "momenteel|nu|geïnstalleerd|we hebben|wij hebben|draait|draaien|bijgewerkt naar|nog op|nu op|\
         zit op|in gebruik"),
        (Target, "upgraden naar|bijwerken naar|upgrade naar|update naar|minimaal|vereist|nieuwste|laatste|\
         beschikbaar|beschikbare|ten minste|geplande|gepland|lager dan|ouder dan|aanbevolen|vanaf|nodig|\
         moet naar"),
        (Previous, "vorige|oude|voorheen|eerdere"),
        // Polish
        (Current, "obecna"),
        (Installed, "obecnie"),
        (Current, "aktualna"),
        (Installed, "aktualnie"),
        (Current, "bieżąca"),
        (Installed, "zainstalowan|zainstalowana|zainstalowano|zainstalowaną|mamy|teraz|używamy|działa|\
         zaktualizowano do|nadal"),
        (Target, "zaktualizuj do|aktualizacja do|aktualizacji do|zaktualizować do|uaktualnij do|minimalna|\
         wymagana|wymagane|najnowsza|dostępna|co najmniej|planowana|starsze niż|zalecana|docelowa|\
         potrzebna"),
        (Previous, "poprzednia|poprzednio|stara|wcześniej|była"),
        // Japanese
        (Installed, "現在|インストール済み|インストールされている|使用中|稼働中|\
         導入済み|お使いの|ご使用の|現行"),
        (Target, "必要|最低|最小|最新|推奨|利用可能|アップグレード先|対象|要件|必須|\
         更新先|予定"),
        (Previous, "以前の|以前|旧|前の"),
        // Chinese
        (Installed, "当前|當前|目前|已安装|已安裝|现在|正在运行|正在使用|我们使用|\
         安装版本|现有|已升级到|已升级至|已更新到"),
        (Target, "需要|要求|可用|升级到|升级至|升級到|更新到|更新至|建议|建議|推荐|\
         至少|计划|目标|低于|早于"),
        (Previous, "之前|原版本|先前"),
    ]
}

lexicon! {
    /// Words right after a number.
    AFTER: Role = [
        // English
        (Target, "or later|or newer|or higher|or above|or greater|and later|and newer|and above|or earlier|\
         or older|or below|and earlier|and older|and below|is required|required|is needed|needed|\
         is the minimum|is available|available|is the latest|latest|is out|came out|is the target|failed"),
        (Previous, "was removed|removed|was uninstalled"),
        (Installed, "is installed|installed|is running|running|is what we run|is in use|remains|still|in production|\
         today|already"),
        // German
        (Target, "oder höher|oder neuer|oder später|oder älter|und höher|und neuer|ist erforderlich|\
         erforderlich|wird benötigt|ist verfügbar|verfügbar|fehlgeschlagen"),
        (Installed, "ist installiert|installiert|läuft|im einsatz"),
        (Previous, "wurde entfernt|wurde deinstalliert"),
        // French
        (Target, "ou ultérieure|ou supérieure|ou plus récente|ou version ultérieure|et ultérieures|\
         ou antérieure|est requise|est nécessaire|est disponible|disponible"),
        (Installed, "est installée|installée"),
        // Spanish
        (Target, "o posterior|o superior|o versiones posteriores|o más reciente|o anterior|es necesaria|\
         está disponible"),
        (Installed, "está instalada|instalada"),
        // Italian
        (Target, "o successiva|o versioni successive|o superiore|è richiesta|è necessaria|è disponibile|\
         disponibile"),
        (Installed, "è installata"),
        // Portuguese
        (Target, "ou posterior|ou superior|ou mais recente|é necessária|está disponível|disponível"),
        // Dutch
        (Target, "of hoger|of later|of nieuwer|is vereist|is beschikbaar|beschikbaar"),
        (Installed, "is geïnstalleerd"),
        // Polish
        (Target, "lub nowsz|lub nowsza|lub nowszej|lub nowszych|lub wyższa|lub wyższej|lub późniejsza|\
         jest wymagana|jest dostępna"),
        (Installed, "jest zainstalowana"),
        // Japanese
        (Target, "以降|以上|以前|未満|より前|より新しい|またはそれ以降|が必要|\
         が利用可能|が公開|へのアップグレード|へアップグレードしてください|\
         にアップグレードしてください|にアップグレードする必要|への更新|\
         に更新してください"),
        (Installed, "がインストール|を使用|を利用して|で稼働|が稼働|で動作|\
         にアップグレードしました|にアップグレードされました|\
         に更新しました|に更新されました"),
        // Chinese
        (Target, "或更高|及更高|或更新|或以上|及以上|以下|之前|可用|已发布"),
        (Installed, "已安装"),
    ]
}

lexicon! {
    /// Words that say that a number was not installed after all.
    FAILED: () = [
        ((), "failed|failure|fehlgeschlagen|fehler bei|nicht installiert|échec|a échoué|no se pudo|errore|\
         mislukt|失敗|失败"),
    ]
}

/// The codes of Windows Installer for an installation that was cancelled and
/// one that failed.
pub(super) const CODES: [&str; 2] = ["1602", "1603"];

/// Where such codes stand in a text.
pub(super) fn codes(words: &str) -> impl Iterator<Item = usize> {
    CODES.into_iter().flat_map(|code| words.match_indices(code)).map(|(at, _)| at)
}

lexicon! {
    /// Words of a change that was made, for "from A to B".
    DONE: () = [
        ((), "upgraded|updated|moved|migrated|went|aktualisiert|hochgezogen|gehoben|mis à niveau|mis à jour|\
         effectuée|réalisée|durchgeführt|umgestellt|gewechselt|passé|passés|actualizado|actualizó|\
         actualizamos|actualicé|actualizados|aggiornammo|aggiornata|atualizamos|atualizei|migramos|\
         aggiornato|atualizado|bijgewerkt|geüpgraded|zaktualizowano|zaktualizowany|zaktualizowaliśmy|\
         zaktualizowałem|アップグレードしました|アップグレードされました|\
         更新しました|已升级|已从|已将|了"),
    ]
}
