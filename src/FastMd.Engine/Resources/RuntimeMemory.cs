namespace FastMd.Engine.Resources;

/// <summary>Memory as the runtime sees it, for where the platform cannot be asked.</summary>
internal static class RuntimeMemory
{
    public static long TotalBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
