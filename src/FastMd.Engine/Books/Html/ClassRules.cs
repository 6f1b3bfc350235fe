using System.Buffers;
using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>Reads of style sheets the rules for one class, as far as Markdown has a mark for what they say.</summary>
internal static class ClassRules
{
    /// <summary>The rules of a style sheet, by class.</summary>
    public static IReadOnlyDictionary<string, TextLook> Parse(string css)
    {
        var rules = new Dictionary<string, TextLook>(StringComparer.Ordinal);
        var rest = WithoutComments(css).AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            var selectors = rest[..open];
            rest = rest[(open + 1)..];
            var close = rest.IndexOfAny('{', '}');
            if (close < 0)
            {
                break;
            }

            if (rest[close] == '{')
            {
                // A rule that holds rules: those are looked at.
                continue;
            }

            if (LookOf(rest[..close].ToString()) is var look and not TextLook.None)
            {
                Add(rules, selectors, look);
            }

            rest = rest[(close + 1)..];
        }

        return rules;
    }

    /// <summary>What declarations say.</summary>
    public static TextLook LookOf(string declarations)
    {
        var look = TextLook.None;
        foreach (var declaration in declarations.Split(';'))
        {
            if (declaration.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0)
            {
                continue;
            }

            var value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
            look |= declaration[..colon].Trim().ToLowerInvariant() switch
            {
                "font-style" when value.StartsWith("italic", StringComparison.Ordinal) || value.StartsWith("oblique", StringComparison.Ordinal) => TextLook.Italic,
                "font-weight" when value.StartsWith("bold", StringComparison.Ordinal) || (int.TryParse(value, out var weight) && weight >= 600) => TextLook.Bold,
                "display" when value is "block" or "list-item" or "table-row" or "table" => TextLook.Block,
                "float" when value is "left" or "right" => TextLook.Apart,
                "position" when value is "absolute" => TextLook.Apart,
                "list-style-type" or "list-style" when value.StartsWith("none", StringComparison.Ordinal) => TextLook.NoMarks,
                _ => TextLook.None,
            };
        }

        return look;
    }

    private static readonly SearchValues<char> Combinators = SearchValues.Create(" .:#>+~[*");

    private static void Add(Dictionary<string, TextLook> rules, ReadOnlySpan<char> selectors, TextLook look)
    {
        var end = selectors.LastIndexOfAny(';', '}');
        foreach (var each in selectors[(end + 1)..].ToString().Split(','))
        {
            var selector = each.Trim();
            var dot = selector.IndexOf('.', StringComparison.Ordinal);
            if (dot >= 0 && selector.Length > dot + 1 && selector.AsSpan(0, dot).IndexOfAnyExceptInRange('0', 'z') < 0 && selector.AsSpan(dot + 1).IndexOfAny(Combinators) < 0)
            {
                var name = selector[(dot + 1)..];
                rules[name] = rules.GetValueOrDefault(name) | look;
            }
        }
    }

    private static string WithoutComments(string css)
    {
        if (!css.Contains("/*", StringComparison.Ordinal))
        {
            return css;
        }

        var output = new StringBuilder(css.Length);
        var at = 0;
        while (css.IndexOf("/*", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            output.Append(css, at, open - at);
            var close = css.IndexOf("*/", open + 2, StringComparison.Ordinal);
            at = close < 0 ? css.Length : close + 2;
        }

        return output.Append(css, at, css.Length - at).ToString();
    }
}
