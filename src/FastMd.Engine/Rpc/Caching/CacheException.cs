namespace FastMd.Engine.Rpc.Caching;

/// <summary>The cache cannot do what it was asked for.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="innerException">What is behind it.</param>
internal sealed class CacheException(string message, Exception? innerException = null) : Exception(message, innerException);
