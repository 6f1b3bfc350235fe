using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Page;

/// <summary>Tests that look at pages in one browser, one after the other.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class OneBrowser : ICollectionFixture<Browser>;
