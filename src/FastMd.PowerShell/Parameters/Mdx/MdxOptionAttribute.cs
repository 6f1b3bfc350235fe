using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>
/// Validates the hashtable that becomes a <see cref="FastMdMdxOption"/>. The shell's own conversion reports an unknown key with a page of type
/// names, and converts any text, such as <c>'false'</c>, to true.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MdxOptionAttribute : ArgumentTransformationAttribute
{
    private static readonly Dictionary<string, PropertyInfo> Options
        = typeof(FastMdMdxOption).GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject { BaseObject: var inner } ? inner : inputData) is IDictionary given)
        {
            foreach (DictionaryEntry entry in given)
            {
                Check($"{entry.Key}", entry.Value is PSObject { BaseObject: var value } ? value : entry.Value);
            }
        }

        return inputData;
    }

    private static void Check(string name, object? value)
    {
        if (!Options.TryGetValue(name, out var option))
        {
            throw new ArgumentTransformationMetadataException($"'{name}' is not a setting for MDX; there are: {string.Join(", ", Options.Keys)}.");
        }

        if (option.PropertyType == typeof(bool?) && value is not (null or bool or SwitchParameter))
        {
            throw new ArgumentTransformationMetadataException($"{option.Name}: '{value}' is not allowed; allowed: $true, $false.");
        }

        if (Nullable.GetUnderlyingType(option.PropertyType) is { IsEnum: true } names && value is string text && !Enum.TryParse(names, text, ignoreCase: true, out _))
        {
            throw new ArgumentTransformationMetadataException($"{option.Name}: '{text}' is not allowed; allowed: {string.Join(", ", Enum.GetNames(names))}.");
        }
    }
}
