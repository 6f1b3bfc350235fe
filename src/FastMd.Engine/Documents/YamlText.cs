using System.Globalization;
using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>Writes text as YAML.</summary>
internal static class YamlText
{
    /// <summary>A text in quotes, which is text whatever is in it. Half a surrogate pair becomes U+FFFD.</summary>
    public static StringBuilder AppendQuoted(this StringBuilder yaml, string text)
    {
        yaml.Append('"');
        foreach (var character in text.EnumerateRunes())
        {
            _ = character.Value switch
            {
                '"' or '\\' => yaml.Append('\\').Append((char)character.Value),
                '\n' => yaml.Append("\\n"),
                '\t' => yaml.Append("\\t"),
                '\u2028' or '\u2029' or '\uFEFF' => yaml.Append(CultureInfo.InvariantCulture, $"\\u{character.Value:X4}"),
                _ => Rune.IsControl(character) ? yaml.Append(CultureInfo.InvariantCulture, $"\\u{character.Value:X4}") : yaml.Append(character.ToString()),
            };
        }

        return yaml.Append('"');
    }
}
