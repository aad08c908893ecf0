/** Figures that are counted from the log's events: what is logged and what is counted is one thing. */
import type { Metrics } from "#engines/operations/metrics.ts";
import { eventLevels, type LogEvent } from "./log-events.ts";

const msPerSecond = 1_000;
/** A page within the first three is what a slow line never notices. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const languagePrefix = /^\/(?:tk|ru|en)(?=\/|$)/;
const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);

function isRequest(event: string): boolean {
  return event === "request" || event === "requests-from-memory";
}

/** The same route in whatever language: three figures for one page would tell which language people of a place speak. */
function routeLabel(route: string): string {
  return route.replace(languagePrefix, "") || "/";
}

/** Declares the figures; gives the function that is told of each event. */
export function eventCounters(metrics: Metrics): (event: LogEvent) => void {
  const requests = metrics.counter<"method" | "route" | "status">(
    "aydyn_http_requests_total",
    "Requests answered, by the route's pattern.",
  );
  const durations = metrics.histogram<"route">(
    "aydyn_http_request_duration_seconds",
    "Time from a request's arrival to the end of its answer, by the route's pattern; without those out of memory.",
    durationBounds,
  );
  const fromMemory = metrics.counter<"route">(
    "aydyn_http_answers_from_memory_total",
    "Of the requests answered, those out of the memory of public pages.",
  );
  const events = metrics.counter<"event" | "level">(
    "aydyn_log_events_total",
    "Lines of the log but for requests, by event.",
  );
  // From 0 on: a count whose first value is 1 has not risen, to whoever looks for a rise.
  for (const [event, level] of Object.entries(eventLevels))
    if (!isRequest(event)) events({ event, level }, 0);
  const raised = metrics.counter(
    "aydyn_cases_raised_total",
    "Cases raised, being near their day or over it.",
  );
  return (event) => {
    switch (event.event) {
      case "request": {
        const { method, route, status, milliseconds } = event;
        const labels = { method: methods.has(method) ? method : "other", route: routeLabel(route) };
        requests({ ...labels, status: String(status) });
        durations({ route: labels.route }, milliseconds / msPerSecond);
        return;
      }
      case "requests-from-memory": {
        const route = routeLabel(event.route);
        requests({ method: event.method, route, status: String(event.status) }, event.answers);
        fromMemory({ route }, event.answers);
        return;
      }
      case "cases-raised":
        raised({}, event.cases);
        break;
      default:
        break;
    }
    events({ event: event.event, level: eventLevels[event.event] });
  };
}
