using YamlDotNet.Core;

namespace FastMd.Engine.Documents;

/// <summary>Reads front matter as plain data.</summary>
internal static class FrontMatter
{
    /// <summary>
    /// Parses the YAML of a front matter block. Mappings become <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string
    /// keys in source order, sequences <see cref="IReadOnlyList{T}"/>, scalars null, bool, long, double or string (YAML 1.2 core schema).
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="data">The data; null where the block is empty or not valid YAML (a warning says so).</param>
    /// <returns>False where the block holds a value that is no mapping: then it is two thematic breaks and what stands between them.</returns>
    /// <exception cref="DocumentException">The block is longer, deeper or more entangled than front matter may be.</exception>
    public static bool TryParse(FrontMatterBlock block, ICollection<Diagnostic> diagnostics, out IReadOnlyDictionary<string, object?>? data)
    {
        data = null;
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (block.Yaml.Length > FrontMatterLimits.Length)
        {
            throw FrontMatterBuilder.Refused($"is longer than {FrontMatterLimits.Length / 1024} KB", FrontMatterBlock.FirstYamlLine, 1);
        }

        if (FlatFrontMatter.Read(block.Yaml.Span) is { } flat)
        {
            data = flat;
            return true;
        }

        return TryParseYaml(block, diagnostics, out data);
    }

    /// <summary>The same by a parser for all of YAML, whatever the block holds.</summary>
    internal static bool TryParseYaml(FrontMatterBlock block, ICollection<Diagnostic> diagnostics, out IReadOnlyDictionary<string, object?>? data)
    {
        data = null;
        try
        {
            using var reader = new StringReader(block.Yaml.ToString());
            var value = new FrontMatterBuilder(new Parser(reader), diagnostics).Build();
            data = value as IReadOnlyDictionary<string, object?>;
            return value is null or IReadOnlyDictionary<string, object?>;
        }
        catch (Exception invalid) when (invalid is not DocumentException)
        {
            // For some invalid input the parser throws what it should have caught itself.
            var at = (invalid as YamlException)?.Start ?? Mark.Empty;
            diagnostics.Add(Diagnostic.Warning(
                DiagnosticCodes.FrontMatterInvalid,
                $"The front matter is not valid YAML and was left out: {invalid.Message}",
                FrontMatterBuilder.SourceLine(at),
                (int)at.Column));
            return true;
        }
    }
}
