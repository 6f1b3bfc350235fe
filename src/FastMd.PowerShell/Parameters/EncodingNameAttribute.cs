using System.Management.Automation;
using System.Text;

namespace FastMd.PowerShell.Parameters;

/// <summary>Lets a parameter take an encoding by name, by code page number, or as an <see cref="Encoding"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => inputData is PSObject { BaseObject: var inner } ? Name(inner) : Name(inputData);

    private static object Name(object value) => value is Encoding encoding ? encoding.WebName : value;
}
