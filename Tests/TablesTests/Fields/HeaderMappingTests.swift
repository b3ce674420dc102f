import Diagnostics
import Tables
import Testing

@Suite struct HeaderMappingTests {
    @Test(
        arguments: [
            ("customer_id", "customer_id", "same name"),
            ("Customer ID", "customer_id", "same name"),
            ("KUNNR", "customer_id", "synonym 'KUNNR' (SAP)"),
            ("KNA1-KUNNR", "customer_id", "synonym 'KUNNR' (SAP)"),
            ("kunnr", "customer_id", "synonym 'KUNNR' (SAP)"),
            ("Debiteurnr.", "customer_id", "synonym 'Debiteurnr' (nl)"),
            ("Kunden-Nr.", "customer_id", "synonym 'Kundennr' (de)"),
            ("NAME1", "legal_name", "synonym 'NAME1' (SAP)"),
            ("STCEG", "vat_number", "synonym 'STCEG' (SAP)"),
            ("BTW-nummer", "vat_number", "synonym 'BTW-nummer' (nl)"),
            ("USt-IdNr.", "vat_number", "synonym 'USt-IdNr' (de)"),
            ("KvK-nummer", "registration_number", "synonym 'KvK-nummer' (nl)"),
            ("Wa\u{308}hrung", "currency", "synonym 'Währung' (de)"),
            ("W\u{e4}hrung", "currency", "synonym 'Währung' (de)"),
            ("WAEHRUNG", "currency", "synonym 'Währung' (de)"),
            ("STRASSE", "street", "synonym 'Straße' (de)"),
            ("Zahlungsbedingung", "payment_terms_code", "synonym 'Zahlungsbedingung' (de)"),
            ("Betalingstermijn", "payment_terms_days", "synonym 'Betalingstermijn' (nl)"),
            (" PO  verplicht? ", "po_required", "synonym 'PO verplicht' (nl)"),
        ])
    func headerLeadsToItsFieldWithTheReason(header: String, field: String, reason: String) throws {
        let mapping = HeaderMapping(header: [header], dataset: "customers")
        let column = try #require(mapping.columns.first)
        #expect(column.field == field)
        #expect(column.header == header)
        #expect(column.reason.description == reason)
        #expect(mapping.unmapped.isEmpty)
    }

    @Test func sapTablePrefixCountsOnlyBeforeASapName() {
        let mapping = HeaderMapping(header: ["OUD-Plaats", "knb1.zterm"], dataset: "customers")
        #expect(mapping.columns.isEmpty)
        #expect(mapping.unmapped.map(\.field) == ["oud_plaats", "knb1_zterm"])
    }

    @Test(
        arguments: [
            ("ZZ_PO_TO", "zz_po_to"), ("Ons kenmerk (oud)", "ons_kenmerk_oud"), ("legalNameShort", "legal_name_short"),
            ("CRMAccountID", "crm_account_id"), ("Größe", "grosse"), ("2025 omzetgroep", "column_2025_omzetgroep"),
            ("in", "in_"), ("", "column_1"), ("—", "column_1"), ("ΑΦΜ", "column_1"), ("Cafe\u{301}", "cafe"),
        ])
    func unknownHeaderIsReadUnderANameForChecks(header: String, name: String) {
        let mapping = HeaderMapping(header: [header], dataset: "customers")
        #expect(mapping.unmapped.map(\.field) == [name])
        #expect(mapping.unmapped.map(\.type) == [.string])
    }

    @Test func columnsWithTheSameNameStayApart() {
        let mapping = HeaderMapping(header: ["Memo", "memo", "MEMO!"], dataset: "customers")
        #expect(mapping.unmapped.map(\.field) == ["memo", "memo_2", "memo_3"])
    }

    @Test func nameGoesBeforeSynonymAndTellingSynonymBeforeVague() throws {
        let mapping = HeaderMapping(
            header: ["Klant", "Klantnummer", "Naam", "legal_name", "Naam"], dataset: "customers")
        #expect(mapping.columns.map(\.header) == ["Klantnummer", "legal_name"])
        #expect(mapping.unmapped.map(\.field) == ["klant", "naam", "naam_2"])
        #expect(
            mapping.conflicts.map(\.description) == [
                "customer_id is taken from 'Klantnummer' (synonym 'Klantnummer' (nl)); 'Klant' is read as klant",
                "legal_name is taken from 'legal_name' (same name); 'Naam' is read as naam, 'Naam' is read as naam_2",
            ])
    }

    @Test func planGoesBeforeEverything() throws {
        let mapping = HeaderMapping(
            header: ["legal_name", "NAME1", "ZZ_RIVER"],
            dataset: "customers",
            declared: [
                .init(field: "legal_name", column: "NAME1"), .init(field: "river", column: "zz-river", type: .int),
            ])
        #expect(mapping.column(of: "legal_name")?.index == 1)
        #expect(mapping.column(of: "legal_name")?.reason == .declared)
        #expect(mapping.column(of: "river")?.type == .int)
        #expect(mapping.unmapped.map(\.field) == ["legal_name_2"])
        #expect(mapping.conflicts.map(\.field) == ["legal_name"])
        #expect(mapping.diagnostics.isEmpty)
    }

    @Test func oneColumnMayServeTwoDeclaredFields() {
        let mapping = HeaderMapping(
            header: ["NAME1"], dataset: "customers", declared: ["legal_name": "NAME1", "trading_name": "NAME1"])
        #expect(mapping.columns.map(\.field) == ["legal_name", "trading_name"])
    }

    @Test func declaredColumnThatIsMissingIsADiagnostic() {
        let place = SourceLocation(file: "audit.yaml", line: 9, column: 20)
        let mapping = HeaderMapping(
            header: ["KUNNR", "ZZ_PO"],
            dataset: "customers",
            declared: [
                .init(field: "po_required", column: "ZZ_P0", location: place),
                .init(field: "segment", column: "KLASSE", location: place),
            ])
        #expect(
            mapping.diagnostics.map(\.description) == [
                "audit.yaml:9:20: the file has no column 'ZZ_P0'; did you mean 'ZZ_PO'?",
                "audit.yaml:9:20: the file has no column 'KLASSE'; its columns are 'KUNNR', 'ZZ_PO'",
            ])
        #expect(mapping.column(of: "po_required") == nil)
    }

    @Test func fieldThatIsNearlyAStandardOneIsPointedOut() {
        let mapping = HeaderMapping(
            header: ["ZZ_PO", "ZZ_RIVER"], dataset: "customers",
            declared: ["po_requierd": "ZZ_PO", "river": "ZZ_RIVER"])
        #expect(
            mapping.suspicions.map(\.description) == [
                "'po_requierd' is not a standard field; did you mean 'po_required'?"
            ])
    }

    @Test func ownDatasetHasNamesFromItsHeaderAlone() {
        let mapping = HeaderMapping(header: ["WERKS", "NAME1"], dataset: "plants")
        #expect(mapping.columns.isEmpty)
        #expect(mapping.unmapped.map(\.field) == ["werks", "name1"])
    }

    @Test func sameHeaderMeansAnotherFieldInAnotherDataset() {
        #expect(HeaderMapping(header: ["VBELN"], dataset: "orders").columns.map(\.field) == ["order_no"])
        #expect(HeaderMapping(header: ["VBELN"], dataset: "invoices").columns.map(\.field) == ["invoice_id"])
        #expect(HeaderMapping(header: ["Belegnummer"], dataset: "open_items").columns.map(\.field) == ["item_no"])
    }
}
