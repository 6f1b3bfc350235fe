using System.Globalization;

namespace FastMd.PowerShell.Results;

/// <summary>Where time went.</summary>
/// <param name="Read">Bytes from the disk.</param>
/// <param name="Decode">Bytes to text.</param>
/// <param name="Parse">Text to tree, front matter included.</param>
/// <param name="Render">Tree to output.</param>
/// <param name="Write">Output to the disk.</param>
public sealed record FastMdStageTimes(TimeSpan Read, TimeSpan Decode, TimeSpan Parse, TimeSpan Render, TimeSpan Write)
{
    /// <summary>The share of each stage.</summary>
    public override string ToString()
    {
        var whole = Read + Decode + Parse + Render + Write;
        return whole > TimeSpan.Zero
            ? string.Create(
                CultureInfo.CurrentCulture,
                $"read {Read / whole * 100:0} %, decode {Decode / whole * 100:0} %, parse {Parse / whole * 100:0} %, render {Render / whole * 100:0} %, write {Write / whole * 100:0} %")
            : "none";
    }
}
