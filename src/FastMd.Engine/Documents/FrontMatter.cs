using System.Text.Json;
using Tomlyn;
using YamlDotNet.Core;

namespace FastMd.Engine.Documents;

/// <summary>Reads front matter as plain data.</summary>
internal static class FrontMatter
{
    /// <summary>
    /// Parses the YAML, TOML or JSON of a front matter block. Mappings become <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string
    /// keys in source order, sequences <see cref="IReadOnlyList{T}"/>, scalars null, bool, long, double or string (YAML 1.2 core schema).
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="data">The data; null where the block is empty or not valid (a warning says so).</param>
    /// <returns>False where the block holds a value that is no mapping: then it is two thematic breaks and what stands between them.</returns>
    /// <exception cref="DocumentException">The block is longer, deeper or more entangled than front matter may be.</exception>
    public static bool TryParse(FrontMatterBlock block, ICollection<Diagnostic> diagnostics, out IReadOnlyDictionary<string, object?>? data)
    {
        data = null;
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (block.Content.Length > FrontMatterLimits.Length)
        {
            throw FrontMatterBuilder.Refused($"is longer than {FrontMatterLimits.Length / 1024} KB", block.FirstLine, 1);
        }

        if (block.Syntax != FrontMatterSyntax.Yaml)
        {
            return TryParseOther(block, diagnostics, out data);
        }

        if (FlatFrontMatter.Read(block.Content.Span) is { } flat)
        {
            data = flat;
            return true;
        }

        return TryParseYaml(block, diagnostics, out data);
    }

    private static bool TryParseOther(FrontMatterBlock block, ICollection<Diagnostic> diagnostics, out IReadOnlyDictionary<string, object?>? data)
    {
        data = null;
        try
        {
            data = block.Content.Span.IsWhiteSpace() ? null
                : block.Syntax == FrontMatterSyntax.Json ? JsonFrontMatter.Read(block.Content)
                : TomlFrontMatter.Read(block.Content.ToString(), diagnostics);
            return data is not null || !block.IsBare;
        }
        catch (TomlException invalid)
        {
            diagnostics.Add(Invalid("TOML", MessageOf(invalid), (invalid.Line ?? 1) + block.FirstLine - 1, invalid.Column ?? 1));
            return true;
        }
        catch (JsonException invalid)
        {
            // What stands in braces at the beginning of a text may be text.
            if (!block.IsBare)
            {
                diagnostics.Add(Invalid("JSON", OneLine.Of(invalid.Message), (int)(invalid.LineNumber ?? 0) + block.FirstLine, (int)(invalid.BytePositionInLine ?? 0) + 1));
            }

            return !block.IsBare;
        }
    }

    /// <summary>What is wrong, without the place, which the diagnostic gives.</summary>
    private static string MessageOf(TomlException invalid)
    {
        const string Severity = " : error : ";
        return OneLine.Of(invalid.Message.IndexOf(Severity, StringComparison.Ordinal) is >= 0 and var at ? invalid.Message[(at + Severity.Length)..] : invalid.Message);
    }

    private static Diagnostic Invalid(string syntax, string message, int line, int column)
        => Diagnostic.Warning(DiagnosticCodes.FrontMatterInvalid, $"The front matter is not valid {syntax} and was left out: {message}", line, column);

    /// <summary>The same by a parser for all of YAML, whatever the block holds.</summary>
    internal static bool TryParseYaml(FrontMatterBlock block, ICollection<Diagnostic> diagnostics, out IReadOnlyDictionary<string, object?>? data)
    {
        data = null;
        try
        {
            using var reader = new StringReader(block.Content.ToString());
            var value = new FrontMatterBuilder(new Parser(reader), diagnostics).Build();
            data = value as IReadOnlyDictionary<string, object?>;
            return value is null or IReadOnlyDictionary<string, object?>;
        }
        catch (Exception invalid) when (invalid is not DocumentException)
        {
            // For some invalid input the parser throws what it should have caught itself.
            var at = (invalid as YamlException)?.Start ?? Mark.Empty;
            diagnostics.Add(Invalid("YAML", invalid.Message, FrontMatterBuilder.SourceLine(at), (int)at.Column));
            return true;
        }
    }
}
