using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>Which errors of the broker pass, and what people are told of the others.</summary>
internal static class NatsErrors
{
    public const int ConsumerNotFound = 10014;
    public const int StreamNotFound = 10059;
    public const int MessageNotFound = 10037;
    public const int WrongLastSequence = 10071;

    private const int InsufficientResources = 10023;
    private const int StorageExceeded = 10047;
    private const int StoreFailed = 10077;
    private const int NotEnabledForAccount = 10039;
    private const int NotEnabled = 10076;
    private const int TemporarilyUnavailable = 10008;
    private const int ServiceUnavailable = 503;

    /// <summary>Whether the same call may succeed later: the broker is away, or not yet ready.</summary>
    public static bool MayPass(Exception failure) => failure switch
    {
        NatsJSApiException api => api.Error.ErrCode == TemporarilyUnavailable || (api.Error.Code == ServiceUnavailable && !IsFull(api.Error) && api.Error.ErrCode is not (NotEnabled or NotEnabledForAccount)),
        _ when IsRefusal(failure) => false,
        NatsException or TimeoutException or IOException or OperationCanceledException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    /// <summary>Whether a message was not stored, because its subject has one.</summary>
    public static bool IsThere(ApiError? error)
        => error is { ErrCode: StoreFailed } && error.Description?.Contains("per subject", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a message was not stored, because there is no room.</summary>
    public static bool IsFull(ApiError? error)
        => error is { ErrCode: InsufficientResources or StorageExceeded } || (error is { ErrCode: StoreFailed } && !IsThere(error));

    /// <summary>What a person is told.</summary>
    /// <param name="server">Address of the broker, without credentials.</param>
    /// <param name="failure">What happened.</param>
    public static SharedJobException Explain(string server, Exception failure) => failure switch
    {
        SharedJobException told => told,
        NatsJSApiException { Error: var error } when IsFull(error) => Full(server, error),
        NatsJSApiException { Error.ErrCode: NotEnabled or NotEnabledForAccount } or NatsNoRespondersException => new($"The NATS server at {server} has JetStream turned off: start it with -js, or enable it for the account.", failure),
        NatsJSApiException { Error: var error } => new($"The NATS server at {server} refused a request: {error.Description} (error {error.ErrCode}).", failure),
        _ when IsRefusal(failure) => new(
            $"The NATS server at {server} refused the credentials: set NATS_CREDS, NATS_NKEY, NATS_TOKEN, or NATS_USER and NATS_PASSWORD.", failure),
        _ when !MayPass(failure) => new($"What the NATS server at {server} keeps of the job cannot be used ({failure.GetType().Name}: {failure.Message})", failure),
        _ => new($"The NATS server at {server} cannot be reached ({failure.Message.TrimEnd('.')}): see to it that it runs, and that the address is right.", failure),
    };

    // The client wraps what the server says when it connects.
    private static bool IsRefusal(Exception? failure)
        => failure is not null
            && (failure is NatsServerException { IsAuthError: true }
                || failure.Message.Contains("authorization violation", StringComparison.OrdinalIgnoreCase)
                || failure.Message.Contains("authentication", StringComparison.OrdinalIgnoreCase)
                || IsRefusal(failure.InnerException));

    /// <summary>There is no room for a message.</summary>
    public static SharedJobException Full(string server, ApiError error)
        => new($"The store of the NATS server at {server} is full ({error.Description}): delete streams of jobs that are over, or raise its limits, and run the same command again.");
}
