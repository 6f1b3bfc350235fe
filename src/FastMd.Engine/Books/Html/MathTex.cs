using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>Says MathML as TeX, as far as what one reads goes: fractions, roots, scripts, fences and tables.</summary>
internal static class MathTex
{
    // Characters, and what TeX calls them.
    private const string Names = """
        − -  × \times  ⋅ \cdot  · \cdot  ÷ \div  ± \pm  ∓ \mp  ≤ \leq  ≥ \geq  ≠ \neq  ≈ \approx  ≡ \equiv  ∈ \in  ∉ \notin
        ⊂ \subset  ⊆ \subseteq  ∪ \cup  ∩ \cap  ∞ \infty  ∑ \sum  ∏ \prod  ∫ \int  ∂ \partial  ∇ \nabla  → \to  ⇒ \Rightarrow
        ⇔ \Leftrightarrow  ∀ \forall  ∃ \exists  … \ldots  ⋯ \cdots  ⋮ \vdots  ⋱ \ddots  α \alpha  β \beta  γ \gamma  δ \delta
        ε \varepsilon  ϵ \epsilon  θ \theta  λ \lambda  μ \mu  π \pi  ρ \rho  σ \sigma  τ \tau  φ \varphi  ϕ \phi  ω \omega  Γ \Gamma
        Δ \Delta  Σ \Sigma  Φ \Phi  Ω \Omega  ⟨ \langle  ⟩ \rangle  ∥ \|  { \{  } \}  % \%  # \#  & \&  _ \_  $ \$
        """;

    private static readonly Dictionary<string, string> Symbols = new(Named(), StringComparer.Ordinal)
    {
        // Operators that are there to be understood, not seen.
        ["\u2061"] = "",
        ["\u2062"] = "",
        ["\u2063"] = ",",
        ["\u2064"] = "",
    };

    /// <summary>The formula in TeX.</summary>
    public static string Of(MarkupElement math)
    {
        var output = new StringBuilder();
        AddAll(math, output);
        return output.ToString();
    }

    private static Dictionary<string, string> Named()
    {
        var words = Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
        {
            named.Add(words[i], words[i + 1]);
        }

        return named;
    }

    private static void AddAll(MarkupElement element, StringBuilder output)
    {
        foreach (var child in element.Children)
        {
            if (child is MarkupElement inner)
            {
                Add(inner, output);
            }
            else if (child is MarkupText text && !text.Value.AsSpan().IsWhiteSpace())
            {
                AddSymbols(text.Value, output);
            }
        }
    }

    private static void Add(MarkupElement element, StringBuilder output)
    {
        var parts = element.Elements.ToList();
        switch (element.Name)
        {
            case "mi" or "mn" or "mo" when parts.Count == 0:
                AddToken(element, output);
                break;
            case "mtext" or "ms" when parts.Count == 0:
                AddText(element.Text, output);
                break;
            case "mspace" or "mphantom":
                Append(output, "\\ ");
                break;
            case "annotation" or "annotation-xml" or "mprescripts" or "none":
                break;
            case "mfrac" when parts.Count == 2:
                AddCommand("\\frac", parts, output);
                break;
            case "msqrt":
                Append(output, $"\\sqrt{{{Of(element)}}}");
                break;
            case "mroot" when parts.Count == 2:
                Append(output, $"\\sqrt[{One(parts[1])}]{{{One(parts[0])}}}");
                break;
            case "msub" or "munder" when parts.Count == 2:
                Append(output, $"{Base(parts[0])}_{{{One(parts[1])}}}");
                break;
            case "msup" when parts.Count == 2:
                Append(output, $"{Base(parts[0])}^{{{One(parts[1])}}}");
                break;
            case "mover" when parts.Count == 2:
                AddOver(parts[0], parts[1], output);
                break;
            case "msubsup" or "munderover" when parts.Count == 3:
                Append(output, $"{Base(parts[0])}_{{{One(parts[1])}}}^{{{One(parts[2])}}}");
                break;
            case "mfenced":
                AddFenced(element, parts, output);
                break;
            case "mtable":
                AddTable(parts, output);
                break;
            default:
                AddAll(element, output);
                break;
        }
    }

    private static string One(MarkupElement element)
    {
        var output = new StringBuilder();
        Add(element, output);
        return output.ToString();
    }

    private static string Base(MarkupElement element)
    {
        var text = One(element);
        return text.Length == 1 || (text.Length > 1 && text[0] == '\\' && text.AsSpan(1).IndexOfAnyExceptInRange('A', 'z') < 0) ? text : $"{{{text}}}";
    }

    private static void AddToken(MarkupElement element, StringBuilder output)
    {
        var text = MarkupSearch.OneLine(element.Text);
        if (element.Name == "mi" && text.Length > 1 && text.All(char.IsAsciiLetter))
        {
            Append(output, text is "sin" or "cos" or "tan" or "log" or "ln" or "exp" or "lim" or "max" or "min" or "det" or "dim" or "ker" ? "\\" + text : $"\\mathrm{{{text}}}");
        }
        else
        {
            AddSymbols(text, output);
        }
    }

    private static void AddSymbols(string text, StringBuilder output)
    {
        foreach (var symbol in text.EnumerateRunes())
        {
            var one = symbol.ToString();
            if (!Rune.IsWhiteSpace(symbol))
            {
                Append(output, Symbols.TryGetValue(one, out var tex) ? tex : one == "\\" ? "\\backslash" : one);
            }
        }
    }

    private static void AddText(string text, StringBuilder output)
    {
        var line = MarkupSearch.OneLine(text);
        if (line.Length > 0)
        {
            var space = char.IsWhiteSpace(text[0]) ? " " : "";
            var after = char.IsWhiteSpace(text[^1]) ? " " : "";
            Append(output, $"\\text{{{space}{line.Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal)}{after}}}");
        }
    }

    private static void AddCommand(string command, List<MarkupElement> parts, StringBuilder output)
        => Append(output, $"{command}{string.Concat(parts.Select(static part => $"{{{One(part)}}}"))}");

    private static void AddOver(MarkupElement body, MarkupElement mark, StringBuilder output)
    {
        var command = MarkupSearch.OneLine(mark.Text) switch
        {
            "¯" or "‾" or "_" or "\u0305" => "\\overline",
            "^" or "ˆ" => "\\hat",
            "~" or "˜" => "\\tilde",
            "→" or "⃗" => "\\vec",
            "˙" or "." => "\\dot",
            _ => null,
        };
        Append(output, command is null ? $"{Base(body)}^{{{One(mark)}}}" : $"{command}{{{One(body)}}}");
    }

    private static void AddFenced(MarkupElement element, List<MarkupElement> parts, StringBuilder output)
    {
        Append(output, "\\left" + FenceOf(element["open"] ?? "("));
        var separator = MarkupSearch.OneLine(element["separators"] ?? ",");
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && separator.Length > 0)
            {
                Append(output, separator[Math.Min(i - 1, separator.Length - 1)].ToString());
            }

            Add(parts[i], output);
        }

        Append(output, "\\right" + FenceOf(element["close"] ?? ")"));
    }

    private static string FenceOf(string fence)
    {
        var text = MarkupSearch.OneLine(fence);
        return text.Length == 0 ? "." : Symbols.GetValueOrDefault(text, text);
    }

    private static void AddTable(List<MarkupElement> rows, StringBuilder output)
    {
        Append(output, "\\begin{matrix}");
        Append(output, string.Join(" \\\\ ", rows.Select(static row => row.Name is "mtr" or "mlabeledtr" ? string.Join(" & ", row.Elements.Select(static cell => Of(cell))) : One(row))));
        Append(output, "\\end{matrix}");
    }

    private static void Append(StringBuilder output, string text)
    {
        // A command ends where no letter follows.
        if (text.Length > 0 && char.IsAsciiLetter(text[0]) && EndsWithCommand(output))
        {
            output.Append(' ');
        }

        output.Append(text);
    }

    private static bool EndsWithCommand(StringBuilder output)
    {
        var at = output.Length;
        while (at > 0 && char.IsAsciiLetter(output[at - 1]))
        {
            at--;
        }

        return at > 0 && at < output.Length && output[at - 1] == '\\';
    }
}
