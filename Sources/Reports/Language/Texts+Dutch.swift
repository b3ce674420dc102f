import Checks

extension Texts {
    package static let dutch = Texts(
        kind: "Controle van klantstamgegevens",
        asOf: "Per {date}",
        contents: "Inhoud",
        skip: "Naar de cijfers",
        print: "Afdrukken",
        themeAuto: "Thema: auto",
        themeLight: "Thema: licht",
        themeDark: "Thema: donker",
        scopeAll: "alle {customers}",
        scopePart: "{part} van {whole} klanten: {description}",

        finding: Noun(one: "bevinding", many: "bevindingen"),
        customer: Noun(one: "klant", many: "klanten"),
        check: Noun(one: "controle", many: "controles"),
        severityNames: [.blocker: "Blokkade", .error: "Fout", .warning: "Waarschuwing", .info: "Info"],
        severityNouns: [
            .blocker: Noun(one: "blokkade", many: "blokkades"), .error: Noun(one: "fout", many: "fouten"),
            .warning: Noun(one: "waarschuwing", many: "waarschuwingen"), .info: Noun(one: "info", many: "info"),
        ],
        statuses: ["new": "nieuw", "open": "open", "reopened": "heropend", "waived": "geaccepteerd"],
        causes: [
            "dispute-backlog": "Achterstand in geschillen",
            "bad-master-data": "Slechte stamgegevens",
            "unmatched-cash": "Ontvangsten zonder factuur",
            "rebates-credit-notes": "Bonussen en creditnota’s",
            "missing-pod": "Afleverbewijs ontbreekt",
            "dunning-blind-spots": "Blinde vlekken bij het aanmanen",
            "term-creep": "Oprekkende betaaltermijnen",
            "late-billing": "Te laat factureren",
            "no-credit-gate": "Geen rem op krediet",
            "stop-ship-too-late": "Leverstop komt te laat",
            "structural-disputes": "Geschillen door eigen toedoen",
            "no-segmentation": "Incasso zonder prioriteiten",
        ],

        summary: "Samenvatting",
        atStake: "Wat er op het spel staat",
        cashAtRisk: "Op het spel staat",
        cashAtRiskShort: "Op het spel",
        shareOfOpen: "{share} van de {amount} die openstaat",
        invoiceReady: "Factuurklare klanten",
        invoiceReadyMoney: "Hun deel van het openstaande bedrag",
        invoiceReadyMeaning: "Factuurklaar: geen blokkade en geen fout tussen deze klant en een betaalde factuur.",
        partOfWhole: "{part} van {whole}",
        conclusion: """
            Zoals de gegevens er nu voor staan, komt de volgende factuur bij {part} van de {whole} klanten \
            mogelijk niet aan, of wordt hij niet betaald.
            """,
        conclusionReady: "Elke klant is factuurklaar: nergens een blokkade of een fout.",
        conclusionNothing: "Er zijn geen klanten gecontroleerd.",
        mixedCurrencies: """
            Bedragen zijn in {currencies} en zijn opgeteld alsof het één munt was: lees de totalen als orde van \
            grootte.
            """,
        unknownFinding: Noun(one: "niet beoordeeld", many: "niet beoordeeld"),

        first: "Wat eerst te doen",
        firstIntroduction: "De dringendste bevindingen, gewogen naar bedrag, ernst en wat over de vervaldatum is.",
        causesTitle: "Waar het geld blijft steken",
        causesIntroduction: """
            Bedrag op het spel per oorzaak. Een klant met meer gebreken telt per oorzaak één keer, dus oorzaken \
            tellen niet op tot het totaal.
            """,
        checksTitle: "De paar controles die er het meest toe doen",
        checksIntroduction: """
            Bedrag op het spel per controle, grootste eerst, en welk deel de controles tot daar samen vormen.
            """,
        checksMore: """
            De {shown} grootste van {all} controles met bevindingen; de andere staan in de tabel onder \
            ‘{title}’.
            """,
        checksChart: """
            Paretodiagram: bedrag op het spel per controle, met het cumulatieve aandeel als lijn. De cijfers \
            staan in de tabel eronder.
            """,
        customersTitle: "Klanten naar bedrag op het spel",
        customersIntroduction: """
            Grootste bedrag eerst. Elke klant telt met het grootste bedrag dat één controle bij hem raakt.
            """,
        customersCut: """
            De {shown} klanten met het grootste bedrag op het spel; de andere staan in de lijst met bevindingen.
            """,
        customersMore: "Nog {count} klanten tonen",
        courseTitle: "Run na run",
        courseShort: "Run na run",
        courseIntroduction: "De laatste {runs} runs, van {from} tot {to}.",
        courseChart: "Risicobedrag, en bevindingen die kwamen en gingen, run na run",
        courseCaption: """
            De lijn: het bedrag dat op het spel staat. Boven de as wat erbij kwam: nieuw, en lichter wat hersteld was en terug \
            is. Eronder wat wegging: hersteld, en het lichtst wat met zijn record verdween.
            """,
        courseRun: "{date}: {new} nieuw, {reopened} terug, {fixed} hersteld, {gone} met hun record verdwenen",
        courseTimes: """
            De helft van de {fixed} herstellingen tot nu toe was binnen {median} dagen klaar, negen van de tien binnen {ninety}; \
            {back} hielden geen stand.
            """,
        courseMedian: "Mediaan dagen",
        courseNinety: "90% binnen",
        courseCameBack: "Kwam terug",
        groupsTitle: "Groepen",
        groupsShort: "Groepen",
        groupsIntroduction: """
            Accounts die volgens bronnen bij één groep horen, naar LEI, D-U-N-S of inschrijfnummer, en de procedures die \
            daarin lopen. Het grootste openstaande bedrag eerst.
            """,
        groupsCut: "De {shown} grootste van {all}; audit.json heeft ze allemaal.",
        entityLabel: "Rechtspersoon",
        exposure: "Openstaand",
        overdue: "Vervallen",
        creditLimit: "Kredietlimiet",
        together: "Samen",
        account: Noun(one: "account", many: "accounts"),
        overLimit: "{amount} boven de som van de limieten",
        noCustomer: "geen klant",
        proceedingSince: "{kind} sinds {date} ({source})",
        ownersTitle: "Wie wat moet doen",
        ownersIntroduction: "Een werklijst per eigenaar, per controle, grootste bedrag eerst.",
        andMore: "en nog {count}",
        noOwner: "Zonder eigenaar",
        findingsTitle: "Alle bevindingen",
        findingsIntroduction: """
            {count}, de dringendste eerst. Open er een voor wat er mis is, hoe het te herstellen is en waar het \
            in het bestand staat.
            """,
        cut: "Deze pagina bevat de {shown} dringendste van {all} bevindingen; in exceptions.csv staan ze allemaal.",
        cutWithoutList: """
            Deze pagina bevat de {shown} dringendste van {all} bevindingen; vraag om het formaat csv voor \
            allemaal.
            """,
        coverageTitle: "Wat is gecontroleerd, en wat niet kon",
        coverageIntroduction: """
            {checks} gaven {results} uitkomsten: {pass} goed, {fail} fout, {notApplicable} niet van toepassing \
            en {unknown} onbekend. Onbekend telt nooit als goed.
            """,
        coverageComplete: "Alle controles konden worden uitgevoerd.",
        coverageShort: "Dekking",
        dataTitle: "Gelezen gegevens",
        dataIntroduction: "Elke rij is verantwoord: rijen gelezen = rijen gecontroleerd + rijen in quarantaine.",
        remarksTitle: "Opmerkingen",
        method: """
            Het bedrag op het spel telt elke klant één keer, met het grootste bedrag dat één controle \
            bij hem raakt: twee gebreken bij één klant verdubbelen het geld niet. Totalen zijn in de munt \
            van de openstaande bedragen.
            """,
        madeBy: """
            Gemaakt door keur {version}, per {date}. De uitkomst telt als niet geslaagd vanaf ernst \
            ‘{severity}’.
            """,

        cause: "Oorzaak",
        causesShort: "Oorzaken",
        findings: "Bevindingen",
        customers: "Klanten",
        severity: "Ernst",
        customerLabel: "Klant",
        openAmount: "Openstaand",
        worst: "Ergste",
        cumulative: "Cumulatief",
        checkLabel: "Controle",
        ownerLabel: "Eigenaar",
        fix: "Herstel",
        field: "Veld",
        value: "Waarde",
        suggestion: "Voorgestelde waarde",
        blank: "leeg",
        place: "Plaats",
        placeText: "{source}, regel {line}",
        recordLabel: "Record",
        reference: "Regel uit",
        statusLabel: "Status",
        statusText: Noun(
            one: "{status}, voor het eerst gezien op {date}",
            many: "{status}, voor het eerst gezien op {date}, {runs} keer op rij"),
        priority: "Prioriteit",
        findingID: "Bevinding-id",
        clipped: "… ({count} tekens in totaal)",
        notEvaluated: "Niet beoordeeld",

        search: "Zoeken",
        searchHint: "klant, waarde, bevinding-id …",
        all: "alle",
        reset: "Wissen",
        shown: "{shown} van {all} getoond",
        shownOf: "{shown} getoond van {found} die passen, uit {all}",
        noneShown: "Geen bevinding past hierbij.",
        noneShownOfCut: "Geen bevinding op deze pagina past hierbij; in exceptions.csv staan ze allemaal.",
        more: "Nog 100 tonen",

        notRun: "Kon niet worden uitgevoerd",
        broke: "Mislukt bij sommige records",
        everyCheck: "Alle controles met hun aantallen ({count})",
        records: "Records",
        pass: "Goed",
        fail: "Fout",
        notApplicable: "N.v.t.",
        unknown: "Onbekend",
        reason: "Reden",
        dataset: "Dataset",
        rowsRead: "Rijen gelezen",
        rowsAudited: "Gecontroleerd",
        rowsQuarantined: "Quarantaine",
        readAs: "Gelezen als",
        tab: "tab",
        oneColumn: "één kolom",
        missingFields: "Velden waar controles om vragen en die ontbreken",
        missingFieldsOf: "{dataset}: {fields}",
        quarantinedRows: "Rijen in quarantaine",
        quarantinedRow: "{source}, regel {line}: {reason}",
        quarantinedMore: "{source}: en nog {count}",

        invoiceReadyShort: "Factuurklaar",
        invoiceReadyLine: "{part} van {whole} klanten ({share})",
        invoiceReadyLineMoney: ", met {share} van het openstaande bedrag",
        toDo: "Te doen",
        read: "Rijen",
        readWhole: "{dataset} {rows}",
        readPart: "{dataset} {rows} = {audited} gecontroleerd + {quarantined} in quarantaine",
        notRunShort: "Niet gedaan",
        notRunLine: Noun(one: "{count} controle: {reasons}", many: "{count} controles: {reasons}"),
        brokeLine: Noun(
            one: "{count} uitkomst, omdat de berekening mislukte: {checks}",
            many: "{count} uitkomsten, omdat de berekening mislukte: {checks}"),
        unansweredLine: Noun(
            one: "{count} uitkomst, omdat een bron geen antwoord had: {checks}",
            many: "{count} uitkomsten, omdat een bron geen antwoord had: {checks}"),
        waived: "Geaccepteerd",
        waivedLine: Noun(one: "{count} bevinding, {cash}", many: "{count} bevindingen, {cash}"),
        waiversExpired: Noun(
            one: "{count} acceptatie is verlopen en telt weer mee",
            many: "{count} acceptaties zijn verlopen en tellen weer mee"),
        waiversUnmatched: Noun(
            one: "{count} acceptatie hoort bij niets", many: "{count} acceptaties horen bij niets"),
        known: "Bekend",
        knownLine: Noun(
            one: "{count} bevinding is bekend sinds {date}", many: "{count} bevindingen zijn bekend sinds {date}"),
        caution: "Let op",
        files: "Bestanden",
        inFolder: "{names} in {folder}",
        quiet: Noun(
            one: "{plan}: {count} bevinding vanaf ‘{severity}’, {cash} op het spel; zie {files}",
            many: "{plan}: {count} bevindingen vanaf ‘{severity}’, {cash} op het spel; zie {files}"),
        quietUnknown: "{plan}: een deel van de uitkomsten is onbekend en zou dat niet moeten zijn; zie {files}"
    )
}
