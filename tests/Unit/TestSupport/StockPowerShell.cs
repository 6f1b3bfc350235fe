using System.Reflection;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>
/// The PowerShell that tests run, and its Pester: packages that a restore brings, so that the tests are the same on every machine and need
/// nothing but the .NET SDK.
/// </summary>
internal static class StockPowerShell
{
    /// <summary>The program that is started.</summary>
    public static string Program { get; } = System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <summary>Its first argument: PowerShell itself.</summary>
    public static string Assembly { get; } = Package("PowerShell");

    /// <summary>The manifest of Pester.</summary>
    public static string Pester { get; } = Package("Pester");

    /// <summary>What a PowerShell in a test must not do: call home, look for updates, write colours.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
        ["NO_COLOR"] = "1",
    };

    /// <summary>The arguments that make <see cref="Program"/> run PowerShell with arguments of its own.</summary>
    public static IReadOnlyList<string> Arguments(params IEnumerable<string> arguments) => [Assembly, "-NoLogo", "-NoProfile", "-NonInteractive", .. arguments];

    private static string Package(string name)
        => typeof(StockPowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value is { } path && File.Exists(path)
            ? path
            : throw new FileNotFoundException($"The package of {name} is not where the restore put it; restore again: dotnet restore --force.");
}
