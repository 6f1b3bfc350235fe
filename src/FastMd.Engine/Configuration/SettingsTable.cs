namespace FastMd.Engine.Configuration;

/// <summary>Every setting FastMd has, once.</summary>
internal static class SettingsTable
{
    /// <summary>Target format.</summary>
    public static readonly Setting<string> To = new(
        "to", "-To", "--to", "FASTMD_TO", new OneOf("html", "js", "context", "markdown"), "html",
        "What documents are converted to: HTML, JavaScript modules, context for language models, or Markdown in one style.");

    /// <summary>Markdown flavour.</summary>
    public static readonly Setting<MarkdownFlavor> Flavor = new(
        "flavor", "-Flavor", "--flavor", "FASTMD_FLAVOR", new Choice<MarkdownFlavor>(), MarkdownFlavor.Gfm,
        "Which Markdown documents are read as.");

    /// <summary>What front matter is written in.</summary>
    public static readonly Setting<Documents.FrontMatterFormats> FrontMatterFormats = new(
        "frontMatterFormats", null, null, "FASTMD_FRONT_MATTER_FORMATS", new Choice<Documents.FrontMatterFormats>(), Documents.FrontMatterFormats.Yaml,
        "What front matter may be written in: YAML, or any of YAML, TOML between lines of +++, and JSON.");

    /// <summary>Math in Markdown.</summary>
    public static readonly Setting<ExtensionUse> Math = new(
        "math", null, null, "FASTMD_MATH", new Choice<ExtensionUse>(), ExtensionUse.Auto,
        "Whether $…$ and $$…$$ are math, kept verbatim: auto means as on GitHub in HTML, and not in JavaScript.");

    /// <summary>Emoji shortcodes in Markdown.</summary>
    public static readonly Setting<ExtensionUse> Emoji = new(
        "emoji", null, null, "FASTMD_EMOJI", new Choice<ExtensionUse>(), ExtensionUse.Auto,
        "Whether shortcodes such as :rocket: become emoji: auto means as on GitHub in HTML, and not in JavaScript.");

    /// <summary>GitHub's alerts.</summary>
    public static readonly Setting<ExtensionUse> Alerts = new(
        "alerts", null, null, "FASTMD_ALERTS", new Choice<ExtensionUse>(), ExtensionUse.Auto,
        "Whether quotes that begin with [!NOTE] and its like become alerts: auto means as on GitHub in HTML, and not in JavaScript.");

    /// <summary>Ids that authors choose.</summary>
    public static readonly Setting<bool> CustomHeadingIds = new(
        "customHeadingIds", null, null, "FASTMD_CUSTOM_HEADING_IDS", new Switch(), false,
        "Whether {#id} at the end of a heading is its id; in MDX also {/* #id */}.");

    /// <summary>Container directives.</summary>
    public static readonly Setting<bool> Directives = new(
        "directives", null, null, "FASTMD_DIRECTIVES", new Switch(), false,
        "Whether :::note and its like, to the next :::, become alerts and other containers.");

    /// <summary>What follows a fence.</summary>
    public static readonly Setting<bool> CodeMeta = new(
        "codeMeta", null, null, "FASTMD_CODE_META", new Switch(), false,
        "Whether what the info string of a fence says besides the language is kept in HTML: title and line ranges as attributes; in pages the title is shown.");

    /// <summary>Raw HTML.</summary>
    public static readonly Setting<RawHtmlHandling> RawHtml = new(
        "rawHtml", "-RawHtml", "--raw-html", "FASTMD_RAW_HTML", new Choice<RawHtmlHandling>(), RawHtmlHandling.Allow,
        "What becomes of HTML written in a document: it goes through, shows as text, or goes through as far as GitHub lets it.");

    /// <summary>Fragments or pages.</summary>
    public static readonly Setting<OutputForm> As = new(
        "as", "-As", "--as", "FASTMD_AS", new Choice<OutputForm>(), OutputForm.Fragment,
        "Whether documents become fragments of HTML or whole pages.");

    /// <summary>Template of pages.</summary>
    public static readonly Setting<string> Template = new(
        "template", "-Template", "--template", "FASTMD_TEMPLATE", new FilePath(), "",
        "File that pages are made by, rather than the template that comes with FastMd; naming one makes pages.");

    /// <summary>Script that typesets math.</summary>
    public static readonly Setting<string> MathScript = new(
        "mathScript", null, null, "FASTMD_MATH_SCRIPT", new ScriptAddress(), "https://cdn.jsdelivr.net/npm/mathjax@3.2.2/es5/tex-chtml.js",
        "Address of the script that typesets math, which pages load that have some; nothing means none. A relative one is seen from the destination.");

    /// <summary>Script that draws diagrams.</summary>
    public static readonly Setting<string> MermaidScript = new(
        "mermaidScript", null, null, "FASTMD_MERMAID_SCRIPT", new ScriptAddress(), "",
        "Address of the script that draws Mermaid diagrams, which pages load that have some; a relative one is seen from the destination. Nothing means none: then diagrams stay code.");

    /// <summary>Buttons that copy code.</summary>
    public static readonly Setting<bool> CopyButton = new(
        "copyButton", null, null, "FASTMD_COPY_BUTTON", new Switch(), true,
        "Whether code in pages has a button that copies it, as on GitHub.");

    /// <summary>Encoding of sources without a byte order mark.</summary>
    public static readonly Setting<string> Encoding = new(
        "encoding", "-Encoding", "--encoding", "FASTMD_ENCODING", new EncodingName(), "utf-8",
        "Encoding of sources without a byte order mark; output is always UTF-8 without one.");

    /// <summary>Invalid bytes fail the document.</summary>
    public static readonly Setting<bool> StrictEncoding = new(
        "strictEncoding", "-StrictEncoding", "--strict-encoding", "FASTMD_STRICT_ENCODING", new Switch(), false,
        "Whether bytes that the encoding does not allow fail a document rather than warn.");

    /// <summary>Patterns of files taken from directories.</summary>
    public static readonly Setting<IReadOnlyList<string>> Include = new(
        "include", "-Include", "--include", "FASTMD_INCLUDE", new PatternList(), Documents.DocumentFormats.DefaultPatterns,
        "Glob patterns of the files taken from a directory.");

    /// <summary>Patterns of files and folders left out of directories.</summary>
    public static readonly Setting<IReadOnlyList<string>> Exclude = new(
        "exclude", "-Exclude", "--exclude", "FASTMD_EXCLUDE", new PatternList(), [],
        "Glob patterns of the files and folders left out of a directory, besides hidden folders and node_modules.");

    /// <summary>Symbolic links.</summary>
    public static readonly Setting<Documents.FollowLinks> FollowLinks = new(
        "followLinks", "-FollowLink", "--follow-links", "FASTMD_FOLLOW_LINKS", new Choice<Documents.FollowLinks>(), Documents.FollowLinks.Inside,
        "Which symbolic links lead to documents and to files that go along: those that stay under the base path, all, or none.");

    /// <summary>Outputs that are as they should be are left alone.</summary>
    public static readonly Setting<bool> Incremental = new(
        "incremental", "-NoIncremental", "--no-incremental", "FASTMD_INCREMENTAL", new Switch(), true,
        "Whether documents that did not change since an earlier run are left alone; the folder .fastmd in the destination says which. Without it, all are converted and nothing is taken down.");

    /// <summary>A state from elsewhere.</summary>
    public static readonly Setting<bool> TrustState = new(
        "trustState", null, null, "FASTMD_TRUST_STATE", new Switch(), false,
        "Whether the folder .fastmd is believed where it was not written in place, such as one that a build agent restores from its cache. Whoever can put one there decides which outputs are up to date.");

    /// <summary>Files that documents reference.</summary>
    public static readonly Setting<AssetHandling> Assets = new(
        "assets", "-Assets", "--assets", "FASTMD_ASSETS", new Choice<AssetHandling>(), AssetHandling.Copy,
        "What becomes of local files that documents reference, such as images, where a tree is written.");

    /// <summary>Links that lead to nothing are warned of.</summary>
    public static readonly Setting<bool> LinkWarnings = new(
        "linkWarnings", "-NoLinkWarning", "--no-link-warnings", "FASTMD_LINK_WARNINGS", new Switch(), true,
        "Whether links that lead to nothing are warned of where a tree is written. Checking links reports them whatever this says.");

    /// <summary>Links whose end is not reported.</summary>
    public static readonly Setting<IReadOnlyList<string>> IgnoreLinks = new(
        "ignoreLinks", null, "--ignore-links", "FASTMD_IGNORE_LINKS", new PatternList(), [],
        "Glob patterns of links, as they are written, that are not reported where they lead to nothing.");

    /// <summary>Where rooted links begin.</summary>
    public static readonly Setting<string> Root = new(
        "root", null, "--root", "FASTMD_ROOT", new FilePath(), "",
        "Folder that links with a slash before them begin at, such as /guide.md; nothing means the folder that documents are taken from.");

    /// <summary>README as index.</summary>
    public static readonly Setting<bool> ReadmeAsIndex = new(
        "readmeAsIndex", null, "--readme-as-index", "FASTMD_README_AS_INDEX", new Switch(), false,
        "Whether README.md becomes index.html where its folder has no index of its own, and links to the folder lead there.");

    /// <summary>Status codes that are fine.</summary>
    public static readonly Setting<IReadOnlyList<int>> ExternalAllow = new(
        "externalAllow", null, null, "FASTMD_EXTERNAL_ALLOW", new NumberList(null, 100, 599), [],
        "Status codes of servers that are fine for external links, besides those of success, such as 403.");

    /// <summary>Where answers are remembered.</summary>
    public static readonly Setting<string> ExternalCache = new(
        "externalCache", null, null, "FASTMD_EXTERNAL_CACHE", new FilePath(), "",
        "File that remembers which external links answered well; nothing means each is asked each time.");

    /// <summary>How long answers are remembered.</summary>
    public static readonly Setting<int> ExternalCacheHours = new(
        "externalCacheHours", null, null, "FASTMD_EXTERNAL_CACHE_HOURS", new WholeNumber(0, 8760), 24,
        "Hours that a good answer of an external link is remembered.");

    /// <summary>Documents in parallel or one after the other.</summary>
    public static readonly Setting<bool> Parallel = new(
        "parallel", "-NoParallel", "--no-parallel", "FASTMD_PARALLEL", new Switch(), true,
        "Whether documents are converted in parallel; without it, one after the other.");

    /// <summary>A named set of settings.</summary>
    public static readonly Setting<ResourceProfile> ResourceProfile = new(
        "resourceProfile", "-ResourceProfile", "--resource-profile", "FASTMD_RESOURCE_PROFILE", new Choice<ResourceProfile>(),
        Configuration.ResourceProfile.Medium,
        "How much of the machine a batch takes: a name for a set of settings, each of which can still be given by itself.");

    /// <summary>Number of workers.</summary>
    public static readonly Setting<int> Workers = new(
        "workers", "-ThrottleLimit", "--jobs", "FASTMD_WORKERS", new WholeNumber(0, 1024), 0,
        "How many documents are converted at once; 0 means as many as there are processors.");

    /// <summary>Where documents are converted.</summary>
    public static readonly Setting<Isolation> Isolation = new(
        "isolation", "-Isolation", "--isolation", "FASTMD_ISOLATION", new Choice<Isolation>(), Configuration.Isolation.Auto,
        "Where documents are converted: in threads, in worker processes that one of them may crash or exhaust without harm to others, or (auto) in whichever is sooner done.");

    /// <summary>Number of worker processes.</summary>
    public static readonly Setting<int> Processes = new(
        "processes", "-ProcessCount", "--processes", "FASTMD_PROCESSES", new WholeNumber(0, 1024), 0,
        "How many worker processes share the documents converted at once; 0 means one for each.");

    /// <summary>Processors of worker processes.</summary>
    public static readonly Setting<ProcessAffinity> ProcessAffinity = new(
        "processAffinity", null, null, "FASTMD_PROCESS_AFFINITY", new Choice<ProcessAffinity>(), Configuration.ProcessAffinity.None,
        "Which processors a worker process may use: all, one each (processor), or those of one NUMA node each (node).");

    /// <summary>Workers follow the machine's load.</summary>
    public static readonly Setting<bool> Adaptive = new(
        "adaptive", "-NoAdaptive", "--no-adaptive", "FASTMD_ADAPTIVE", new Switch(), true,
        "Whether the number of workers follows memory pressure and waiting for disks; without it, it stays.");

    /// <summary>Fewest workers.</summary>
    public static readonly Setting<int> MinWorkers = new(
        "minWorkers", null, null, "FASTMD_MIN_WORKERS", new WholeNumber(1, 1024), 1,
        "How many documents are converted at once at least, however short memory is.");

    /// <summary>Most workers.</summary>
    public static readonly Setting<int> MaxWorkers = new(
        "maxWorkers", null, null, "FASTMD_MAX_WORKERS", new WholeNumber(0, 1024), 0,
        "How many documents are converted at once at most, while all wait for a disk; 0 means as many as workers says, or twice the processors where it says nothing.");

    /// <summary>Limit on the machine's processor time.</summary>
    public static readonly Setting<int> CpuLimitPercent = new(
        "cpuLimitPercent", "-CpuLimitPercent", "--cpu-limit", "FASTMD_CPU_LIMIT_PERCENT", new WholeNumber(0, 100), 0,
        "Percent of the machine's processors beyond which a batch holds back, whoever keeps them busy; 0 means no limit.");

    /// <summary>Results in input order.</summary>
    public static readonly Setting<bool> Ordered = new(
        "ordered", "-Unordered", "--unordered", "FASTMD_ORDERED", new Switch(), true,
        "Whether results come in the order of the input; without it, as they are ready.");

    /// <summary>Small documents handed over at a time.</summary>
    public static readonly Setting<int> BatchSize = new(
        "batchSize", "-BatchSize", "--batch-size", "FASTMD_BATCH_SIZE", new WholeNumber(0, 10_000), 0,
        "How many small documents a worker takes at a time; 0 lets their sizes decide.");

    /// <summary>Time limit of a document.</summary>
    public static readonly Setting<double> TimeoutSeconds = new(
        "timeoutSeconds", "-TimeoutSec", "--timeout", "FASTMD_TIMEOUT_SECONDS", new RealNumber(0, 86_400), 30,
        "Seconds after which a document is given up; 0 means never.");

    /// <summary>Time limit by size.</summary>
    public static readonly Setting<double> TimeoutSecondsPerMB = new(
        "timeoutSecondsPerMB", null, null, "FASTMD_TIMEOUT_SECONDS_PER_MB", new RealNumber(0, 86_400), 2,
        "Seconds that each megabyte of a document adds to its time limit.");

    /// <summary>How long a claim lasts.</summary>
    public static readonly Setting<double> ClaimTimeoutSeconds = new(
        "claimTimeoutSeconds", null, null, "FASTMD_CLAIM_TIMEOUT_SECONDS", new RealNumber(1, 86_400), 300,
        "Seconds after which a process that shares a job and is stuck loses the documents it claimed. One that ended loses them at once.");

    /// <summary>How often a document is tried.</summary>
    public static readonly Setting<int> ClaimAttempts = new(
        "claimAttempts", null, null, "FASTMD_CLAIM_ATTEMPTS", new WholeNumber(1, 100), 3,
        "How often a document of a job that several processes share is tried until it has failed for good: by processes that ended abnormally, or in runs of the job.");

    /// <summary>Where size tiers begin.</summary>
    public static readonly Setting<IReadOnlyList<int>> TierBoundsMB = new(
        "tierBoundsMB", null, null, "FASTMD_TIER_BOUNDS_MB", new NumberList(4, 1, 1_048_576, isAscending: true), [1, 10, 50, 200],
        "Megabytes from which documents are small, medium, large and huge; below the first they are tiny.");

    /// <summary>Documents of each tier at once.</summary>
    public static readonly Setting<IReadOnlyList<int>> TierLimits = new(
        "tierLimits", null, null, "FASTMD_TIER_LIMITS", new NumberList(5, 0, 1024), [0, 0, 0, 0, 0],
        "How many tiny, small, medium, large and huge documents are converted at once at most; 0 means any number.");

    /// <summary>Time limit of each tier.</summary>
    public static readonly Setting<IReadOnlyList<int>> TierTimeoutSeconds = new(
        "tierTimeoutSeconds", null, null, "FASTMD_TIER_TIMEOUT_SECONDS", new NumberList(5, 0, 86_400), [0, 0, 0, 0, 0],
        "Time limits of tiny, small, medium, large and huge documents in seconds; 0 means what timeoutSeconds says.");

    /// <summary>Retries of transient failures.</summary>
    public static readonly Setting<int> Retries = new(
        "retries", null, null, "FASTMD_RETRIES", new WholeNumber(0, 10), 3,
        "How often a document is tried again where reading or writing it failed in a way that may pass.");

    /// <summary>Rate limit of what a step calls.</summary>
    public static readonly Setting<RateLimit> RateLimit = new(
        "rateLimit", "-RateLimit", "--rate-limit", "FASTMD_RATE_LIMIT", new RateLimitText(), Configuration.RateLimit.None,
        "How often what a step calls may be called: free is one call a minute, one at a time; paid is five at once, two seconds before the next five.");

    /// <summary>Name of what a step calls.</summary>
    public static readonly Setting<string> RateResource = new(
        "rateResource", null, null, "FASTMD_RATE_RESOURCE", new LineOfText(), "",
        "Name of what a step calls: steps of one name share a rate limit; nothing means the name of the command.");

    /// <summary>Working-bytes budget.</summary>
    public static readonly Setting<int> MemoryLimitMB = new(
        "memoryLimitMB", "-MemoryLimitMB", "--memory-limit", "FASTMD_MEMORY_LIMIT_MB", new WholeNumber(1, 1_048_576), 512,
        "Megabytes that the documents in hand may need; from 256 on, the whole process stays within one and a half times as much.");

    /// <summary>Largest document taken.</summary>
    public static readonly Setting<int> MaxDocumentMB = new(
        "maxDocumentMB", "-MaxDocumentMB", "--max-document", "FASTMD_MAX_DOCUMENT_MB", new WholeNumber(1, 1024), 64,
        "Megabytes beyond which a document is refused.");

    /// <summary>Free memory there should be.</summary>
    public static readonly Setting<int> FreeMemoryFloorMB = new(
        "freeMemoryFloorMB", null, null, "FASTMD_FREE_MEMORY_FLOOR_MB", new WholeNumber(0, 1_048_576), 128,
        "Megabytes of memory that should stay free on the machine or in its control group: below, no more documents are admitted and fewer workers run.");

    /// <summary>Results that may wait for their turn.</summary>
    public static readonly Setting<int> ResultSlots = new(
        "resultSlots", null, null, "FASTMD_RESULT_SLOTS", new WholeNumber(2, 10_000_000), 10_000,
        "How many documents may be in hand or wait for their turn in the output.");

    /// <summary>Where metrics and traces go.</summary>
    public static readonly Setting<string> OtlpEndpoint = new(
        "otlpEndpoint", "", "--otlp-endpoint", "FASTMD_OTLP_ENDPOINT", new WebAddress(), "",
        "Address of an OpenTelemetry collector (OTLP over HTTP) that receives metrics and traces of the executable; the cmdlets send none.");

    /// <summary>Alert on failures.</summary>
    public static readonly Setting<double> AlertErrorPercent = new(
        "alertErrorPercent", null, null, "FASTMD_ALERT_ERROR_PERCENT", new RealNumber(0, 100), 0,
        "Percent of documents that fail above which an alert is raised; 0 means none.");

    /// <summary>Alert on slow documents.</summary>
    public static readonly Setting<int> AlertSlowestMs = new(
        "alertSlowestMs", null, null, "FASTMD_ALERT_SLOWEST_MS", new WholeNumber(0, 86_400_000), 0,
        "Milliseconds that the slowest hundredth of documents may take before an alert is raised; 0 means none.");

    /// <summary>Alert on memory.</summary>
    public static readonly Setting<int> AlertMemoryMB = new(
        "alertMemoryMB", null, null, "FASTMD_ALERT_MEMORY_MB", new WholeNumber(0, 1_048_576), 0,
        "Megabytes of the process and its worker processes in memory above which an alert is raised; 0 means none.");

    /// <summary>Alert on a stalled queue.</summary>
    public static readonly Setting<int> AlertStallSeconds = new(
        "alertStallSeconds", null, null, "FASTMD_ALERT_STALL_SECONDS", new WholeNumber(0, 86_400), 0,
        "Seconds without a document done, while some wait, after which an alert is raised; 0 means none.");

    /// <summary>What documents are read as where they become JavaScript.</summary>
    public static readonly Setting<MdxFormat> MdxFormat = new(
        "mdxFormat", "-MdxOption MdxFormat", "--mdx-format", "FASTMD_MDX_FORMAT", new Choice<MdxFormat>(), Configuration.MdxFormat.Detect,
        "What documents are read as where they become JavaScript; detect goes by their names.");

    /// <summary>Components in HTML.</summary>
    public static readonly Setting<ComponentHandling> MdxComponents = new(
        "mdxComponents", "-MdxOption MdxComponents", "--mdx-components", "FASTMD_MDX_COMPONENTS", new Choice<ComponentHandling>(), ComponentHandling.Render,
        "What becomes of components where MDX becomes HTML: what is known of them is rendered, or they become custom elements, or only what is in them stays.");

    /// <summary>Rules of components.</summary>
    public static readonly Setting<string> Components = new(
        "components", null, null, "FASTMD_COMPONENTS", new ComponentRules(), "",
        "What components become in HTML, besides what is known of them: an object that has, by name of a component, a kind such as unwrap, or an object with it.");

    /// <summary>What JSX is compiled to.</summary>
    public static readonly Setting<JsxRuntime> JsxRuntime = new(
        "jsxRuntime", "-MdxOption JsxRuntime", "--jsx-runtime", "FASTMD_JSX_RUNTIME", new Choice<JsxRuntime>(), Configuration.JsxRuntime.Automatic,
        "What JSX is compiled to: calls of the runtime, or of React.createElement and its like.");

    /// <summary>Package of the automatic runtime.</summary>
    public static readonly Setting<string> JsxImportSource = new(
        "jsxImportSource", "-MdxOption JsxImportSource", "--jsx-import-source", "FASTMD_JSX_IMPORT_SOURCE", new ModuleName(mayBeEmpty: false), "react",
        "Package that the automatic JSX runtime is imported from.");

    /// <summary>What the classic runtime calls.</summary>
    public static readonly Setting<string> JsxPragma = new(
        "jsxPragma", "-MdxOption JsxPragma", null, "FASTMD_JSX_PRAGMA", new ScriptName(mayBeEmpty: false, mayHaveDots: true), "React.createElement",
        "What the classic JSX runtime calls.");

    /// <summary>The classic runtime's fragment.</summary>
    public static readonly Setting<string> JsxPragmaFragment = new(
        "jsxPragmaFragment", "-MdxOption JsxPragmaFragment", null, "FASTMD_JSX_PRAGMA_FRAGMENT", new ScriptName(mayBeEmpty: false, mayHaveDots: true), "React.Fragment",
        "What stands for a fragment in the classic JSX runtime.");

    /// <summary>Module of the classic runtime.</summary>
    public static readonly Setting<string> JsxPragmaImportSource = new(
        "jsxPragmaImportSource", "-MdxOption JsxPragmaImportSource", null, "FASTMD_JSX_PRAGMA_IMPORT_SOURCE", new ModuleName(mayBeEmpty: true), "react",
        "Module that what the classic JSX runtime calls is imported from; nothing means it is there already.");

    /// <summary>Module that provides components.</summary>
    public static readonly Setting<string> ProviderImportSource = new(
        "providerImportSource", "-MdxOption ProviderImportSource", "--provider-import-source", "FASTMD_PROVIDER_IMPORT_SOURCE",
        new ModuleName(mayBeEmpty: true), "",
        "Module whose useMDXComponents provides components.");

    /// <summary>Elements carry their places.</summary>
    public static readonly Setting<bool> Development = new(
        "development", "-MdxOption Development", "--development", "FASTMD_DEVELOPMENT", new Switch(), false,
        "Whether JavaScript is for development: elements carry their places in the source.");

    /// <summary>The form of JavaScript.</summary>
    public static readonly Setting<MdxProgram> MdxProgram = new(
        "mdxProgram", "-MdxOption MdxProgram", "--mdx-program", "FASTMD_MDX_PROGRAM", new Choice<MdxProgram>(), Configuration.MdxProgram.Program,
        "The form of the JavaScript: a module, or the body of a function that is given the runtime.");

    /// <summary>JSX stays.</summary>
    public static readonly Setting<bool> KeepJsx = new(
        "keepJsx", "-MdxOption KeepJsx", "--keep-jsx", "FASTMD_KEEP_JSX", new Switch(), false,
        "Whether JavaScript keeps JSX, for a later compiler.");

    /// <summary>Front matter as an export.</summary>
    public static readonly Setting<string> FrontMatterExport = new(
        "frontMatterExport", "-MdxOption FrontMatterExport", "--front-matter-export", "FASTMD_FRONT_MATTER_EXPORT", new ScriptName(mayBeEmpty: true), "",
        "Name that JavaScript exports front matter under; nothing means it is dropped.");

    /// <summary>Ids of headings in JavaScript.</summary>
    public static readonly Setting<bool> MdxHeadingIds = new(
        "mdxHeadingIds", "-MdxOption MdxHeadingIds", "--mdx-heading-ids", "FASTMD_MDX_HEADING_IDS", new Switch(), false,
        "Whether headings have ids in JavaScript, as they have in HTML.");

    /// <summary>Headings as an export.</summary>
    public static readonly Setting<string> ContentsExport = new(
        "contentsExport", "-MdxOption ContentsExport", "--contents-export", "FASTMD_CONTENTS_EXPORT", new ScriptName(mayBeEmpty: true), "",
        "Name that JavaScript exports a list of the headings under; nothing means none. It gives headings ids.");

    /// <summary>Links between modules.</summary>
    public static readonly Setting<bool> RewriteLinks = new(
        "rewriteLinks", "-MdxOption RewriteLinks", "--rewrite-links", "FASTMD_REWRITE_LINKS", new Switch(), false,
        "Whether links to other documents lead to their modules in JavaScript; without it they stay as they are written, for a bundler to resolve.");

    /// <summary>Source maps.</summary>
    public static readonly Setting<bool> SourceMap = new(
        "sourceMap", "-MdxOption SourceMap", "--source-map", "FASTMD_SOURCE_MAP", new Switch(), false,
        "Whether JavaScript ends with a source map, as a comment.");

    /// <summary>How much of long code context keeps.</summary>
    public static readonly Setting<ContextProfile> ContextProfile = new(
        "contextProfile", null, "--context-profile", "FASTMD_CONTEXT_PROFILE", new Choice<ContextProfile>(), Configuration.ContextProfile.Balanced,
        "How much of long code context keeps: all of it, and then its meaning is checked; or the beginning and the end.");

    /// <summary>Steps that are left out.</summary>
    public static readonly Setting<ContextSteps> ContextSkip = new(
        "contextSkip", null, null, "FASTMD_CONTEXT_SKIP", new Names<ContextSteps>(), ContextSteps.None,
        "Steps on the way to context that are left out.");

    /// <summary>Front matter of context.</summary>
    public static readonly Setting<ContextFrontMatter> ContextFrontMatter = new(
        "contextFrontMatter", null, null, "FASTMD_CONTEXT_FRONT_MATTER", new Choice<ContextFrontMatter>(), Configuration.ContextFrontMatter.Mdc,
        "What context begins with: where it is from and how large it is, the document's own front matter as it is, or nothing.");

    /// <summary>Unknown components are errors.</summary>
    public static readonly Setting<bool> RefuseUnknownComponents = new(
        "refuseUnknownComponents", null, null, "FASTMD_REFUSE_UNKNOWN_COMPONENTS", new Switch(), false,
        "Whether a component of which nobody says what it becomes in context fails its document, rather than warn.");

    /// <summary>Address of the site.</summary>
    public static readonly Setting<string> SiteUrl = new(
        "siteUrl", null, "--site-url", "FASTMD_SITE_URL", new SiteAddress(), "",
        "Address that the documents are published under: links in context lead there, not to the files that are written.");

    /// <summary>Address of the repository.</summary>
    public static readonly Setting<string> Repository = new(
        "repo", null, "--repo", "FASTMD_REPO", new SiteAddress(), "",
        "Address of the repository that the documents are from; context names it, and links to files that are no documents lead there.");

    /// <summary>Branch, tag or commit.</summary>
    public static readonly Setting<string> Ref = new(
        "ref", null, "--ref", "FASTMD_REF", new LineOfText(), "",
        "Branch, tag or commit of the repository that the documents are from.");

    /// <summary>License of the documents.</summary>
    public static readonly Setting<string> License = new(
        "license", null, null, "FASTMD_LICENSE", new LineOfText(), "",
        "License of the documents, which context names.");

    /// <summary>Links become text.</summary>
    public static readonly Setting<bool> StripUrls = new(
        "stripUrls", null, "--strip-urls", "FASTMD_STRIP_URLS", new Switch(), false,
        "Whether links in context become their text, and images their description.");

    /// <summary>Links that are no content.</summary>
    public static readonly Setting<IReadOnlyList<string>> Boilerplate = new(
        "boilerplate", null, null, "FASTMD_BOILERPLATE", new TextList(), ContextDefaults.Boilerplate,
        "Texts of links, such as 'Edit this page', that are left out of context where a paragraph holds nothing else.");

    /// <summary>How tokens are counted.</summary>
    public static readonly Setting<TokenCounting> Tokens = new(
        "tokens", null, "--tokens", "FASTMD_TOKENS", new Choice<TokenCounting>(), TokenCounting.Estimate,
        "How tokens of context are counted: estimated as a quarter of the bytes, or exactly, by one of the encodings of OpenAI's models.");

    /// <summary>Most tokens of a chunk.</summary>
    public static readonly Setting<int> Chunks = new(
        "chunks", null, "--chunks", "FASTMD_CHUNKS", new WholeNumber(0, 1_000_000), 0,
        "Most tokens of a chunk, where context is also written as chunks; 0 means it is not.");

    /// <summary>What chunks are written as.</summary>
    public static readonly Setting<ChunkForm> ChunkForm = new(
        "chunkForm", null, null, "FASTMD_CHUNK_FORM", new Choice<ChunkForm>(), Configuration.ChunkForm.Jsonl,
        "What chunks are written as: lines of one file, or a file each.");

    /// <summary>Most tokens of all documents.</summary>
    public static readonly Setting<int> MaxTokens = new(
        "maxTokens", null, "--max-tokens", "FASTMD_MAX_TOKENS", new WholeNumber(0, int.MaxValue), 0,
        "Most tokens that all documents together should have in context; beyond that a warning names the largest. 0 means any number.");

    /// <summary>Whether llms.txt is written.</summary>
    public static readonly Setting<bool> LlmsTxt = new(
        "llmsTxt", null, "--llms-txt", "FASTMD_LLMS_TXT", new Switch(), false,
        "Whether llms.txt is written beside context: a list of links to all of it.");

    /// <summary>Whether llms-full.txt is written.</summary>
    public static readonly Setting<bool> LlmsFull = new(
        "llmsFull", null, "--llms-full", "FASTMD_LLMS_FULL", new Switch(), false,
        "Whether llms-full.txt is written beside context: all of it in one file.");

    /// <summary>What an EPUB becomes.</summary>
    public static readonly Setting<BookLayout> Books = new(
        "books", "-Books", "--books", "FASTMD_BOOKS", new Choice<BookLayout>(), BookLayout.Chapters,
        "What an EPUB becomes: a folder with a document for each chapter and an index, or a single document.");

    /// <summary>Largest book taken.</summary>
    public static readonly Setting<int> MaxBookMB = new(
        "maxBookMB", null, null, "FASTMD_MAX_BOOK_MB", new WholeNumber(1, 1_048_576), 4096,
        "Megabytes beyond which an EPUB or a PDF is refused.");

    /// <summary>Password of encrypted PDF.</summary>
    public static readonly Setting<string> PdfPassword = new(
        "pdfPassword", null, "--pdf-password", "FASTMD_PDF_PASSWORD", new LineOfText(), "",
        "Password that encrypted PDF is opened with; the environment variable keeps it out of lists of processes.");

    /// <summary>What reads PDF.</summary>
    public static readonly Setting<PdfEngine> PdfEngine = new(
        "pdfEngine", null, "--pdf-engine", "FASTMD_PDF_ENGINE", new Choice<PdfEngine>(), Configuration.PdfEngine.Builtin,
        "What reads the text of PDF: FastMd itself, or pdftotext of Poppler where that is installed, which knows no headings, lists and tables.");

    /// <summary>Images of PDF.</summary>
    public static readonly Setting<bool> PdfImages = new(
        "pdfImages", null, "--pdf-images", "FASTMD_PDF_IMAGES", new Switch(), false,
        "Whether images of PDF are extracted, and shown at the end of their page.");

    /// <summary>Command that reads images of pages.</summary>
    public static readonly Setting<string> Ocr = new(
        "ocr", "-Ocr", "--ocr", "FASTMD_OCR", new LineOfText(), "",
        "Command that reads the image of a PDF page without text, such as \"tesseract {} -\": {} stands for the file, what it writes to standard output is the text. Nothing means that such pages are reported. Not taken from fastmd.json.")
    {
        IsCommand = true,
    };

    /// <summary>The setting of a key, as it stands in <c>fastmd.json</c>; null where there is none.</summary>
    public static Setting? Find(string key) => All.FirstOrDefault(setting => setting.Key == key);

    /// <summary>All of them, in the order the documentation lists them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        To, As, Template, MathScript, MermaidScript, CopyButton,
        Flavor, FrontMatterFormats, Math, Emoji, Alerts, CustomHeadingIds, Directives, CodeMeta,
        RawHtml, Encoding, StrictEncoding, Include, Exclude, FollowLinks, Incremental, TrustState, Assets, LinkWarnings, IgnoreLinks, Root, ReadmeAsIndex,
        ExternalAllow, ExternalCache, ExternalCacheHours,
        ResourceProfile, Parallel, Workers, Isolation, Processes, ProcessAffinity, MinWorkers, MaxWorkers, Adaptive, CpuLimitPercent, Ordered, BatchSize,
        TimeoutSeconds, TimeoutSecondsPerMB, ClaimTimeoutSeconds, ClaimAttempts, MemoryLimitMB, FreeMemoryFloorMB, MaxDocumentMB, ResultSlots,
        TierBoundsMB, TierLimits, TierTimeoutSeconds, Retries, RateLimit, RateResource,
        OtlpEndpoint, AlertErrorPercent, AlertSlowestMs, AlertMemoryMB, AlertStallSeconds,
        MdxFormat, MdxComponents, Components, JsxRuntime, JsxImportSource, JsxPragma, JsxPragmaFragment, JsxPragmaImportSource, ProviderImportSource,
        Development, MdxProgram, KeepJsx, FrontMatterExport, MdxHeadingIds, ContentsExport, RewriteLinks, SourceMap,
        ContextProfile, ContextSkip, ContextFrontMatter, RefuseUnknownComponents, SiteUrl, Repository, Ref, License, StripUrls, Boilerplate,
        Tokens, Chunks, ChunkForm, MaxTokens, LlmsTxt, LlmsFull,
        Books, MaxBookMB, PdfPassword, PdfEngine, PdfImages, Ocr,
    ];
}
