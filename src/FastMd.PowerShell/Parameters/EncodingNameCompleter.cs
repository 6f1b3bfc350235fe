using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FastMd.PowerShell.Parameters;

/// <summary>Offers the encodings people use.</summary>
public sealed class EncodingNameCompleter : IArgumentCompleter
{
    private static readonly string[] Names =
        ["utf-8", "utf-16", "utf-16BE", "utf-32", "us-ascii", "iso-8859-1", "windows-1252", "windows-1251", "shift_jis", "gb18030"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Names
            .Where(name => name.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
