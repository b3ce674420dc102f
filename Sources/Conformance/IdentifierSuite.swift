import Foundation

/// The report on a file of identifier vectors, or nil when the lines are none.
func identifierSuite(_ lines: Data, name: String) -> SuiteReport? { nil }
