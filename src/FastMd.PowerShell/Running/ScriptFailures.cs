using System.Globalization;
using System.Management.Automation;
using System.Net;
using FastMd.Engine.Documents;
using FastMd.Engine.Steps;

namespace FastMd.PowerShell.Running;

/// <summary>What an error of a script block means to the batch: a failure, or a service that refuses for now.</summary>
internal static class ScriptFailures
{
    private const int TooManyRequests = (int)HttpStatusCode.TooManyRequests;
    private const int ServiceUnavailable = (int)HttpStatusCode.ServiceUnavailable;

    // For scripts that call a service by other means than HTTP.
    private const string PauseKey = "RetryAfter";

    /// <summary>What it means.</summary>
    /// <param name="error">The error.</param>
    /// <param name="now">The time of day.</param>
    public static DocumentException Of(ErrorRecord error, DateTimeOffset now)
    {
        foreach (var exception in Chain(error.Exception))
        {
            if (exception.Data[PauseKey] is { } pause)
            {
                var text = Convert.ToString(pause, CultureInfo.InvariantCulture) ?? "";
                return StepFailure.Temporary($"The script block cannot do it for now: {Told(error)}", RetryAfter.Parse(text, now), exception);
            }

            var (status, wait) = AnswerOf(exception);
            if (status is TooManyRequests or ServiceUnavailable)
            {
                return StepFailure.Temporary(
                    string.Create(CultureInfo.InvariantCulture, $"The service that the script block calls refused ({status}): {Told(error)}"),
                    wait is null ? null : RetryAfter.Parse(wait, now),
                    exception);
            }
        }

        return StepFailure.Final($"The script block failed: {Told(error)}", error.Exception);
    }

    private static string Told(ErrorRecord error)
    {
        var message = error.ErrorDetails?.Message is { Length: > 0 } details ? details : error.Exception.Message;
        return error.InvocationInfo is { ScriptLineNumber: > 0 and var line }
            ? string.Create(CultureInfo.InvariantCulture, $"{message} (line {line} of it)")
            : message;
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
            if (exception is IContainsErrorRecord { ErrorRecord.Exception: { } within } && within != exception)
            {
                yield return within;
            }
        }
    }

    // The exception of the shell's own web cmdlets is in an assembly that a module for several shells is not compiled against.
    private static (int Status, string? RetryAfter) AnswerOf(Exception exception) => exception switch
    {
        WebException { Response: HttpWebResponse response } => ((int)response.StatusCode, response.Headers["Retry-After"]),
        HttpRequestException request => exception.GetType().GetProperty("Response")?.GetValue(exception) is HttpResponseMessage response
            ? ((int)response.StatusCode, response.Headers.RetryAfter?.ToString())
            : ((int)(request.StatusCode ?? 0), null),
        _ => default,
    };
}
