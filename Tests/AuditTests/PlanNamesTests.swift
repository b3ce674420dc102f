import Audit
import Checks
import Diagnostics
import Testing

/// Names in a plan that checks cannot say, that are taken, or that stand for two things; and what else was once accepted in silence.
@Suite struct PlanNamesTests {
    private static func diagnostics(_ text: String) -> [String] {
        let diagnostics = DiagnosticsCollector()
        _ = Plan.decode(text, file: "p.yaml", folder: "", diagnostics: diagnostics)
        return Diagnostics(diagnostics.all).all.map(\.description)
    }

    /// `entry` is a line below `datasets:`, the fourth of the plan.
    @Test(arguments: [
        ("things: { source: t.csv, record: params }", "4:36: 'params' means something else in checks"),
        ("things: { source: t.csv, record: today }", "4:36: 'today' means something else in checks"),
        ("things: { source: t.csv, record: customer }", "4:36: a record of 'customers' is called 'customer' already"),
        ("bills: { source: t.csv, record: invoice }", "or the dataset 'invoices' if it is that"),
        ("things: { source: t.csv, record: my bill }", "4:36: checks cannot say 'my bill'; use letters"),
        ("things: { source: t.csv, record: in }", "4:36: checks cannot say 'in'"),
        ("today: { source: t.csv, record: day }", "4:3: 'today' means something else in checks; give the dataset"),
        ("customer: { source: t.csv, record: thing }", "4:3: 'customer' means something else in checks"),
        ("thing: { source: t.csv, record: thing }", "4:3: 'thing' means something else in checks"),
        ("my-things: { source: t.csv, record: thing }", "4:3: checks cannot say 'my-things'"),
        ("invoices: { source: t.csv, fields: { bill no: A } }", "4:40: checks cannot say 'bill no'"),
        ("invoices: { source: t.csv, fields: { in: { column: A, type: bool } } }", "4:40: checks cannot say 'in'"),
        (
            "invoices: { source: t.csv, links: { custmer: customer_id } }",
            "4:39: there are no 'custmer' records to link to; did you mean 'customer'?"
        ),
        (
            "invoices: { source: t.csv, fields: { customer: A }, links: { customer: customer_id } }",
            "4:64: 'customer' is a field and a link of 'invoices'"
        ),
        (
            "invoices: { source: t.csv, fields: { amount: { column: A, format: dd.MM.yyyy } } }",
            "4:69: 'format' is for dates, and 'amount' is a number; leave it out, or say the field's 'type'"
        ),
        (
            "invoices: { source: t.csv, fields: { invoice_date: { column: A, decimal_mark: '.' } } }",
            "'decimal_mark' is for numbers, and 'invoice_date' is a date"
        ),
        (
            "invoices: { source: t.csv, fields: { mine: { column: A, \"true\": [X] } } }",
            "'true' is for yes and no, and 'mine' is a text"
        ),
    ])
    func nameIsRefusedAtItsPlace(entry: String, message: String) {
        let found = Self.diagnostics("name: P\ndatasets:\n  customers: { source: c.csv }\n  \(entry)\n")
        #expect(found.count == 1 && found[0].hasPrefix("p.yaml:4:") && found[0].contains(message), "\(found)")
    }

    @Test func twoDatasetsHaveNoRecordsOfOneName() {
        let found = Self.diagnostics(
            """
            datasets:
              customers: { source: c.csv }
              a: { source: a.csv, record: thing }
              b: { source: b.csv, record: thing }
            """)
        #expect(found == ["p.yaml:4:31: a record of 'a' is called 'thing' already; call the record something else"])
    }

    @Test(arguments: ["false", "No", "off", "''"])
    func noHistoryIsCalledNone(word: String) {
        let found = Self.diagnostics("datasets: { customers: { source: c.csv } }\nhistory: \(word)\n")
        #expect(found.count == 1 && found[0].contains("or write 'none' to remember nothing"), "\(found)")
    }

    @Test func goodNamesAreTaken() {
        let found = Self.diagnostics(
            """
            datasets:
              customers:
                source: c.csv
                fields:
                  package: P
                  po_required: { column: ZZ_PO, "true": [J], "false": [N] }
                  open_amount: { column: A, decimal_mark: "," }
                  since: { column: S, type: date, format: dd.MM.yyyy }
              plants: { source: p.csv, record: plant, links: { customer: customer_id } }
              events: { source: e.csv, record: incident, links: { plant: plant_id } }
            history: 'false'
            """)
        #expect(found.isEmpty, "\(found)")
    }
}
