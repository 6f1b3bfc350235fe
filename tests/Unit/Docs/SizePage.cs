using System.Globalization;
using System.Text.RegularExpressions;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>The budgets that docs/size.md states.</summary>
internal static partial class SizePage
{
    /// <summary>The budgets of one of its sections, in bytes.</summary>
    public static IReadOnlyDictionary<string, long> Budgets(string section) => File
        .ReadLines(Path.Combine(Repository.Root, "docs", "size.md"))
        .SkipWhile(line => line != $"## {section}")
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Select(line => Row().Match(line))
        .Where(row => row.Success)
        .ToDictionary(
            row => row.Groups["component"].Value,
            row => long.Parse(row.Groups["budget"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) * 1000);

    /// <summary>Holds sizes against the budgets of a section: each component has one, and keeps it.</summary>
    public static void AssertWithin(string section, IReadOnlyDictionary<string, long> sizes)
    {
        var budgets = Budgets(section);
        Assert.Equal(budgets.Keys.Order(StringComparer.Ordinal), sizes.Keys.Order(StringComparer.Ordinal));
        var over = sizes.Where(size => size.Value > budgets[size.Key]).Select(size => $"{size.Key}: {size.Value:N0} bytes, its budget is {budgets[size.Key]:N0}");
        Assert.True(!over.Any(), $"More than docs/size.md allows:\n{string.Join('\n', over)}");
    }

    [GeneratedRegex(@"^\| (?<component>[\w.]+) \| (?<budget>[\d,]+) \|")]
    private static partial Regex Row();
}
