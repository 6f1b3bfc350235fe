using System.Reflection;

namespace FastMd.Cli;

/// <summary>The version of the product.</summary>
internal static class ProductVersion
{
    /// <summary>It, without the commit that it was built from.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
