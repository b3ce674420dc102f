import Audit
import Checks
import Foundation
import Onboarding
import Tables
import TestSupport

/// Prospects as the tests know them, and the packs that ship.
enum Sample {
    static let today = CalendarDate(iso: "2026-09-30") ?? CalendarDate(daysSinceEpoch: 0)
    static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    static func prospect(_ values: [String: String]) -> Prospect {
        var prospect = Prospect()
        for (field, value) in values.sorted(by: { $0.key < $1.key }) { prospect.set(field, value, from: .flag) }
        return prospect
    }

    /// A customer about whom there is nothing to ask.
    static let complete = [
        "country": "NL", "legal_name": "Voorbeeld Techniek B.V.", "registration_number": "90000001",
        "vat_number": "NL004495445B01", "street": "Dorpsstraat 1", "postcode": "1234 AB", "city": "Ons Dorp",
        "ap_channel": "email", "ap_email": "facturen@voorbeeld.example", "po_required": "no", "invoice_language": "nl",
        "payment_method": "transfer", "ap_contact_name": "Crediteuren", "ap_contact_phone": "+31 20 000 0000",
    ]

    static let packs: [Pack] = {
        let library = PackLibrary(folder: TestFiles.root.appending(path: "checks").path)
        let diagnostics = DiagnosticsCollector()
        return Plan.standardPacks.compactMap { library.pack($0, from: "", at: nil, diagnostics: diagnostics) }
    }()

    /// Those that say most of a prospect; compiling all of them takes most of a test's time.
    static let tellingPacks = packs.filter {
        ["legal-entity", "identifiers", "address", "ap-channel", "po-requirements", "bank"].contains($0.name)
    }

    static func assessment(
        _ values: [String: String],
        plan: Plan = .forProspects,
        packs: [Pack] = tellingPacks,
        language: String = "en"
    ) async throws -> Assessment {
        var plan = plan
        plan.language = language
        let options = AuditRun.Options(today: today, toolVersion: "test", threads: 2)
        return try await OnboardingRun(plan: plan, packs: packs, options: options).assessment(of: prospect(values))
    }
}
