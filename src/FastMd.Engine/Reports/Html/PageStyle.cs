namespace FastMd.Engine.Reports.Html;

/// <summary>The style sheet of every page.</summary>
internal static class PageStyle
{
    public const string Sheet = """
        :root {
          --back: #f5f6f8; --card: #ffffff; --ink: #1b2330; --soft: #5d6877; --faint: #e4e8ed; --edge: #e1e5ea;
          --c0: #7b8796; --c1: #2f6bd8; --c2: #0c8f80; --c3: #d9821a; --c4: #b83f7a; --c5: #7255cf; --c6: #9aa5b3;
          --good: #17784a; --bad: #b93228; --mild: #9a5d00; --good-back: #e6f4ec; --bad-back: #fbeae8; --mild-back: #fdf3e1;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --back: #11151b; --card: #191f28; --ink: #e5e9ef; --soft: #97a3b2; --faint: #29313d; --edge: #262e39;
            --c0: #8793a3; --c1: #6d9eff; --c2: #3fc4b1; --c3: #efa94a; --c4: #ec7cae; --c5: #a48bf5; --c6: #6b7787;
            --good: #56c68d; --bad: #ff8379; --mild: #efb352; --good-back: #16291f; --bad-back: #331b1b; --mild-back: #2f2515;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--back); color: var(--ink);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
        }
        main { max-width: 1120px; margin: 0 auto; padding: 40px 24px 48px; }
        h1 { margin: 0; font-size: 26px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
        h2 { margin: 44px 0 14px; font-size: 18px; font-weight: 650; }
        h3 { margin: 0 0 8px; font-size: 14px; font-weight: 650; }
        p { margin: 0; max-width: 75ch; }
        .soft { color: var(--soft); }
        .over { margin-bottom: 6px; font-size: 13px; color: var(--soft); }
        .lead { margin-top: 8px; color: var(--soft); }
        .note { margin-top: 12px; font-size: 13px; color: var(--soft); }
        header { padding-left: 18px; border-left: 4px solid var(--c0); }
        header.good { border-color: var(--good); }
        header.bad { border-color: var(--bad); }
        header.mild { border-color: var(--mild); }

        .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; margin-top: 28px;
          background: var(--edge); border: 1px solid var(--edge); border-radius: 10px; overflow: hidden; }
        .tile { padding: 16px 18px; background: var(--card); }
        .tile .name { font-size: 13px; color: var(--soft); }
        .tile .value { word-spacing: -.1em; font-size: 25px; line-height: 1.3; font-weight: 600; letter-spacing: -.015em; font-variant-numeric: tabular-nums; }
        .tile .unit { font-size: 15px; font-weight: 500; color: var(--soft); letter-spacing: 0; }
        .tile .more { font-size: 13px; color: var(--soft); }

        .alert { max-width: none; margin-top: 10px; padding: 10px 14px; border-radius: 8px; background: var(--mild-back); overflow-wrap: anywhere; }
        .alert b { color: var(--mild); }
        .alerts { margin-top: 24px; }
        .pill { display: inline-block; margin-right: 6px; padding: 0 8px; border-radius: 9px; font-size: 12px; line-height: 18px; white-space: nowrap;
          background: var(--faint); color: var(--soft); }
        .pill.bad { background: var(--bad-back); color: var(--bad); }
        .pill.mild { background: var(--mild-back); color: var(--mild); }

        .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; }
        .grid > :only-child { grid-column: 1 / -1; }
        .card, figure { margin: 0; padding: 16px 18px; background: var(--card); border: 1px solid var(--edge); border-radius: 10px; }
        .card + .card, .grid + .card, .card + .grid, .grid + .grid { margin-top: 16px; }
        .grid > .card + .card { margin-top: 0; }
        figcaption { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-bottom: 6px; font-size: 13px; color: var(--soft); }
        figcaption .title { margin-right: auto; font-size: 14px; font-weight: 650; color: var(--ink); }

        .c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); } .c3 { --c: var(--c3); }
        .c4 { --c: var(--c4); } .c5 { --c: var(--c5); } .c6 { --c: var(--c6); }
        .keys { display: flex; flex-wrap: wrap; gap: 2px 14px; }
        .key { white-space: nowrap; }
        .key svg { display: inline-block; margin-right: 3px; }
        .key .line { stroke-width: 2.5; }
        .key .dashed { stroke-width: 1.75; stroke-dasharray: 4 2; }
        .swatch::before { content: ""; display: inline-block; width: 11px; height: 11px; margin-right: 8px; border-radius: 3px; background: var(--c); }

        svg { display: block; overflow: visible; }
        svg.plot { width: calc(100% - 58px); margin-left: 54px; }
        svg.plot text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
        .end { text-anchor: end; } .middle { text-anchor: middle; }
        .grid-line { stroke: var(--faint); } .base { stroke: var(--c6); }
        .line { fill: none; stroke: var(--c); stroke-width: 1.75; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
        .line.dashed { stroke-dasharray: 5 4; }
        .area { fill: var(--c); fill-opacity: .16; }
        .dot { fill: var(--c); stroke: var(--card); stroke-width: 1.5; }
        .bar { fill: var(--c); fill-opacity: .75; stroke: var(--card); stroke-width: 1; }
        .bar:hover { fill-opacity: 1; }
        .band { fill: var(--ink); fill-opacity: 0; }
        .band:hover { fill-opacity: .07; }
        .mark line { stroke: var(--c); stroke-width: 1.5; stroke-dasharray: 3 3; }
        .mark.c0 line { stroke-width: 1; stroke-opacity: .7; }
        .mark circle { fill: var(--c); stroke: var(--card); stroke-width: 1.5; }
        svg.stack { width: 100%; border-radius: 4px; overflow: hidden; background: var(--faint); }
        svg.stack.tall { height: 30px; margin: 4px 0 12px; border-radius: 6px; }
        svg.stack.small { height: 10px; min-width: 84px; border-radius: 3px; }
        .part { fill: var(--c); }

        table { width: 100%; border-collapse: collapse; font-size: 14px; }
        th { padding: 0 18px 6px 0; font-size: 13px; font-weight: 500; text-align: left; color: var(--soft); vertical-align: bottom; }
        td { padding: 7px 18px 7px 0; border-top: 1px solid var(--edge); vertical-align: top; overflow-wrap: anywhere; }
        th:last-child, td:last-child { padding-right: 0; }
        .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .fixed { white-space: nowrap; }
        td.meter { width: 18%; vertical-align: middle; }
        td.path { width: 50%; }
        .folder { color: var(--soft); }
        code { font: 13px/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
        footer { margin-top: 44px; padding-top: 14px; border-top: 1px solid var(--edge); font-size: 13px; color: var(--soft); }

        @media print, (max-width: 1000px) {
          .grid.roomy { grid-template-columns: minmax(0, 1fr); }
        }
        @media screen and (max-width: 760px) {
          main { padding: 24px 14px 32px; }
          h1 { font-size: 22px; }
          .tiles { grid-template-columns: repeat(2, 1fr); }
          .tile { padding: 12px 14px; }
          .tile .value { font-size: 21px; }
          .grid { grid-template-columns: minmax(0, 1fr); }
          .card, figure { padding: 14px; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, tr { display: block; }
          tr { padding: 8px 0; border-top: 1px solid var(--edge); }
          tbody tr:first-child { border-top: 0; padding-top: 0; }
          td, td.path, td.meter { display: flex; gap: 12px; align-items: baseline; justify-content: space-between; width: auto; padding: 2px 0; border: 0; text-align: right; }
          td:empty { display: none; }
          td::before { content: attr(data-label); flex: none; font-size: 13px; color: var(--soft); }
          td.meter { align-items: center; }
          td.meter svg { width: 60%; }
          td.path, td.words { display: block; text-align: left; }
          td.path::before, td.words::before { display: none; }
        }
        @media print {
          @page { margin: 14mm; }
          body { background: none; font-size: 12px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; }
          h2 { margin-top: 24px; break-after: avoid; }
          table { font-size: 12px; }
          figure, .tiles, .alert, tr { break-inside: avoid; }
          .tile .value { font-size: 19px; }
        }
        """;
}
