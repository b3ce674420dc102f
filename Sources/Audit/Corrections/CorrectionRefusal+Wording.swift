extension CorrectionRefusal {
    /// What is wrong and what to do, for the list of what was not applied. `language` is `en` or `nl`.
    public func text(in language: String) -> String { language == "nl" ? dutch : english }

    private var english: String {
        switch self {
        case .noSuchFinding:
            "today's audit does not find this exception: it is settled, or the extract is another one"
        case .severalRecords(let count):
            "\(count) records have this key, so it is not known which one is meant; correct them in the ERP"
        case .notEvaluated:
            "the check could not be evaluated on this record, so nothing would show that the value is right"
        case .notACustomer(let record, let id):
            "the change file is for customers; correct \(record) \(id) where it is kept"
        case .noField: "the check is about no single field; correct the record in the ERP"
        case .noColumn(let field): "the extract has no column for \(field); correct the record in the ERP"
        case .oldValueDiffers(let now):
            "the extract holds '\(now)' now, not the value of the list; look at it again in a new list"
        case .blank: "corrected_value is blank; write the new value"
        case .unreadable(let type): "the value is no \(type.english) as its column writes them"
        case .ambiguousDate(let first, let second):
            "the date may mean \(first) or \(second); write it as \(first)"
        case .wouldRun: "a spreadsheet would run the value as a formula; correct it in the ERP if it is meant so"
        case .unprintable: "the value has a line break, a tab or another control character; write it on one line"
        case .unchanged: "it is the value that the extract has already"
        case .contradicted(let field):
            "the list gives two different values for \(field) of this customer; decide on one"
        case .stillFails(let check): "\(check) fails with this value too"
        case .cannotTell(let check, let why): "\(check) cannot be evaluated with this value: \(why)"
        case .sameAs(let record): "\(record) has this value too"
        case .comparesRecords(let check):
            "\(check) compares whole records with one another; correct it in the ERP and audit the next extract"
        }
    }

    private var dutch: String {
        switch self {
        case .noSuchFinding:
            "de controle van vandaag vindt deze uitzondering niet: ze is opgelost, of de extractie is een andere"
        case .severalRecords(let count):
            "\(count) records hebben deze sleutel, dus is niet bekend welk bedoeld is; corrigeer ze in het ERP"
        case .notEvaluated:
            "de controle kon op dit record niet worden uitgevoerd, dus niets zou tonen dat de waarde klopt"
        case .notACustomer(let record, let id):
            "het wijzigingsbestand is voor klanten; corrigeer \(record) \(id) waar het wordt bijgehouden"
        case .noField: "de controle gaat niet over één veld; corrigeer het record in het ERP"
        case .noColumn(let field): "de extractie heeft geen kolom voor \(field); corrigeer het record in het ERP"
        case .oldValueDiffers(let now):
            "in de extractie staat nu '\(now)', niet de waarde van de lijst; bekijk het opnieuw in een nieuwe lijst"
        case .blank: "corrected_value is leeg; vul de nieuwe waarde in"
        case .unreadable(let type): "de waarde is geen \(type.dutch) zoals de kolom die schrijft"
        case .ambiguousDate(let first, let second):
            "de datum kan \(first) of \(second) zijn; schrijf \(first)"
        case .wouldRun:
            "een rekenblad zou de waarde als formule uitvoeren; corrigeer haar in het ERP als het zo bedoeld is"
        case .unprintable:
            "in de waarde staat een regeleinde, een tab of een ander stuurteken; schrijf haar op één regel"
        case .unchanged: "deze waarde staat al in de extractie"
        case .contradicted(let field):
            "de lijst geeft twee verschillende waarden voor \(field) van deze klant; kies er één"
        case .stillFails(let check): "\(check) faalt ook met deze waarde"
        case .cannotTell(let check, let why): "\(check) kan met deze waarde niet worden uitgevoerd: \(why)"
        case .sameAs(let record): "\(record) heeft deze waarde ook"
        case .comparesRecords(let check):
            "\(check) vergelijkt hele records met elkaar; corrigeer het in het ERP en controleer de volgende extractie"
        }
    }
}

extension CorrectionRefusal.ValueType {
    fileprivate var english: String {
        switch self {
        case .yesOrNo: "yes or no"
        case .number: "number"
        case .date: "date"
        }
    }

    fileprivate var dutch: String {
        switch self {
        case .yesOrNo: "ja of nee"
        case .number: "getal"
        case .date: "datum"
        }
    }
}
