using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FastMd.Bench;

/// <summary>The arguments of a command line, one after the other.</summary>
/// <param name="arguments">The arguments.</param>
/// <param name="usage">What is said of a command line that makes no sense.</param>
internal sealed class Arguments(IEnumerable<string> arguments, string usage)
{
    private readonly Queue<string> _rest = new(arguments);
    private string _name = "";

    /// <summary>Whether the option at hand is followed by a value.</summary>
    public bool HasValue => _rest.TryPeek(out var next) && !next.StartsWith('-');

    /// <summary>The next option, or what stands in its place.</summary>
    public bool TryNext([NotNullWhen(true)] out string? name)
    {
        var isThere = _rest.TryDequeue(out name);
        _name = name ?? "";
        return isThere;
    }

    /// <summary>The value of the option at hand.</summary>
    public string Value() => HasValue ? _rest.Dequeue() : throw new Refusal($"{_name} needs a value.\n\n{usage}");

    /// <summary>The value of the option at hand, whatever it begins with.</summary>
    public string Raw() => _rest.TryDequeue(out var value) ? value : throw new Refusal($"{_name} needs a value.\n\n{usage}");

    /// <summary>The value of the option at hand, as an absolute path.</summary>
    public string FullPath() => Path.GetFullPath(Value());

    /// <summary>The values of the option at hand, divided by commas.</summary>
    public IReadOnlySet<string> Names() => Value().Split(',').ToHashSet(StringComparer.Ordinal);

    /// <summary>The value of the option at hand, a whole number.</summary>
    public int Whole(int least = 1) => Value() is var text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
        ? number
        : throw new Refusal($"{_name} takes a whole number from {least}, not '{text}'.");

    /// <summary>The value of the option at hand, a number above 0.</summary>
    public double Positive() => Value() is var text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new Refusal($"{_name} takes a number above 0, not '{text}'.");

    /// <summary>What is said of an option that there is not.</summary>
    public Refusal Unknown() => new($"'{_name}' is no option.\n\n{usage}");
}
