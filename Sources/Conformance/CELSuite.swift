/// The report on a CEL conformance suite, or nil when the object is none.
func celSuite(_ object: [String: Any]) -> SuiteReport? { nil }
