using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Statements that hold for every value, tried on many.</summary>
internal static class Property
{
    /// <summary>Any string there is, lone surrogates and control characters included.</summary>
    public static Gen<string> AnyText { get; } = Gen.OneOf(
            Gen.Choose(0, 0x7F),
            Gen.Choose(0x80, 0xFFFF),
            Gen.Choose(0xD800, 0xDFFF))
        .Select(unit => (char)unit)
        .ArrayOf()
        .Select(units => new string(units));

    /// <summary>Strings of a few pieces, put together in any order: the way to reach a grammar's corners.</summary>
    public static Gen<string> TextOf(params string[] pieces)
        => Gen.Elements(pieces).ArrayOf().Select(chosen => string.Concat(chosen));

    /// <summary>Values, where all of them are tried at once.</summary>
    public static IReadOnlyList<T> Samples<T>(Gen<T> values, int count) => [.. values.Sample(count)];

    /// <summary>Fails with the smallest value found for which the statement does not hold.</summary>
    public static void Holds<T>(Gen<T> values, Func<T, bool> statement, int tries = 300)
        => Prop.ForAll(values.ToArbitrary(), statement).Check(Config.QuickThrowOnFailure.WithMaxTest(tries).WithQuietOnSuccess(true));
}
