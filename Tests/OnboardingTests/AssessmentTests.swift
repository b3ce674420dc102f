import Audit
import Onboarding
import Testing

@Suite struct AssessmentTests {
    private func changed(_ changes: [String: String]) -> [String: String] {
        Sample.complete.merging(changes) { $1 }
    }

    @Test func aCompleteProspectIsAccepted() async throws {
        let assessment = try await Sample.assessment(Sample.complete, packs: Sample.packs)
        #expect(assessment.verdict == .accept)
        #expect(assessment.missing.isEmpty)
        #expect(assessment.letter == nil)
    }

    @Test(arguments: [
        // By channel.
        (["ap_channel": "peppol"], ["peppol_id"]),
        (["ap_channel": "portal"], ["portal_name", "portal_supplier_id"]),
        (["ap_channel": "edi"], ["edi_partner", "gln"]),
        (["ap_channel": "email", "ap_email": ""], ["ap_email"]),
        (["ap_channel": ""], ["ap_channel"]),
        // By country.
        (["registration_number": ""], ["registration_number"]),
        (["country": "IE", "registration_number": "", "vat_number": ""], ["vat_number"]),
        (["country": "IT", "postcode": "00100", "ap_channel": "platform"], ["codice_destinatario"]),
        (["country": "AE", "postcode": "", "vat_number": ""], []),
        // By what the customer demands.
        (["po_required": "yes"], ["po_format", "po_number_default"]),
        (["po_required": "yes", "po_format": "^45[0-9]{8}$", "buyer_reference": "AB-1"], []),
        (["payment_method": "direct_debit"], ["iban", "mandate_reference"]),
    ])
    func whatIsMissingFollowsFromCountryAndChannel(changes: [String: String], missing: [String]) async throws {
        let assessment = try await Sample.assessment(changed(changes))
        #expect(assessment.missing.filter { $0.problem == .absent }.map(\.field) == missing)
    }

    @Test(arguments: [
        (["vat_number": "NL004495446B01"], "vat_number"),
        (["registration_number": "1234"], "registration_number"),
        (["ap_email": "facturen at voorbeeld"], "ap_email"),
    ])
    func aWrongValueIsAskedAboutAndRefers(changes: [String: String], field: String) async throws {
        let assessment = try await Sample.assessment(changed(changes))
        #expect(assessment.verdict == .refer)
        #expect(assessment.missing.contains { $0.field == field && $0.problem == .invalid && !$0.value.isEmpty })
        #expect(assessment.letter?.body.contains(changes[field] ?? "?") == true)
    }

    @Test func aNameThatTellsOfLiquidationIsRejected() async throws {
        let assessment = try await Sample.assessment(changed(["legal_name": "Voorbeeld Techniek B.V. in liquidatie"]))
        #expect(assessment.verdict == .reject)
        #expect(assessment.reasons.first?.kind == .rejection)
        #expect(assessment.reasons.first?.checkID == "LE-11")
        #expect(assessment.letter == nil)
    }

    @Test func checksOnWhatAProspectCannotHaveSayNothing() async throws {
        let assessment = try await Sample.assessment(Sample.complete, packs: Sample.packs)
        // A credit limit, a confirmed channel and a review are for customers.
        #expect(!assessment.checks.contains { ["CR-01", "CH-22", "GV-03"].contains($0.checkID) })
        #expect(assessment.checks.contains { $0.checkID == "ID-30" && $0.result == "pass" })
    }
}
