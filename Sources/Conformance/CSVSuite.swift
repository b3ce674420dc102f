import Foundation

/// The report on a set of CSV cases, or nil when the object is none. `folder` holds the files the cases name.
func csvSuite(_ object: [String: Any], folder: URL) -> SuiteReport? { nil }
