// What does an engine of the Camunda 7 family do with a deployment? One engine, H2 in memory, asked by JSON lines.
//
// stdin: one object a line, "do" names the method below. stdout: one object a line, the answer or {"error": text}.
// The engine's own history events are listened to, because their order is exact where the clock is not.
// CIB seven has the same classes under another package; the caller exchanges "org.operaton".

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.externaltask.ExternalTask;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.operaton.bpm.engine.repository.DeploymentWithDefinitions;
import org.operaton.bpm.engine.runtime.EventSubscription;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.task.Task;

public class Family {
  static final Gson JSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  static final long AN_HOUR = 3_600_000L;
  static final List<Map<String, Object>> told = new ArrayList<>();
  static ProcessEngine engine;

  public static void main(String[] words) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    var made = new StandaloneInMemProcessEngineConfiguration();
    made.setJdbcUrl("jdbc:h2:mem:orakel;DB_CLOSE_DELAY=-1");
    made.setHistory("full");
    made.setJobExecutorActivate(false);
    made.setMetricsEnabled(false);
    made.getCustomHistoryEventHandlers().add(new Listener());
    engine = made.buildProcessEngine();
    out.println(JSON.toJson(Map.of("engine", engine.getClass().getPackageName())));
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(JSON.fromJson(line, Map.class)));
    }
    engine.close();
  }

  static String answer(Map<String, Object> asked) {
    int before = told.size();
    try {
      return JSON.toJson(done(asked));
    } catch (Throwable refused) {
      told.subList(Math.min(before, told.size()), told.size()).clear(); // it was rolled back
      StringBuilder why = new StringBuilder();
      for (Throwable one = refused; one != null; one = one.getCause()) {
        why.append(one.getClass().getSimpleName()).append(": ").append(one.getMessage()).append("; ");
      }
      return JSON.toJson(Map.of("error", why.toString()));
    }
  }

  static Map<String, Object> done(Map<String, Object> asked) throws Exception {
    return switch (text(asked, "do")) {
      case "deploy" -> deploy(asked);
      case "start" -> start(asked);
      case "state" -> state(text(asked, "case"));
      case "form" -> form(asked);
      case "complete" -> {
        engine.getTaskService().complete(text(asked, "id"), values(asked));
        yield Map.of();
      }
      case "work" -> work(asked);
      case "fire" -> {
        engine.getManagementService().executeJob(text(asked, "id"));
        yield Map.of();
      }
      case "message" -> {
        engine.getRuntimeService().messageEventReceived(text(asked, "name"), text(asked, "id"), values(asked));
        yield Map.of();
      }
      case "signal" -> {
        engine.getRuntimeService().signalEventReceived(text(asked, "name"), text(asked, "id"), values(asked));
        yield Map.of();
      }
      case "history" -> history(text(asked, "case"));
      default -> throw new IllegalArgumentException(text(asked, "do"));
    };
  }

  static Map<String, Object> deploy(Map<String, Object> asked) {
    told.clear();
    for (var old : engine.getRepositoryService().createDeploymentQuery().list()) {
      engine.getRepositoryService().deleteDeployment(old.getId(), true);
    }
    var builder = engine.getRepositoryService().createDeployment().name("orakel");
    ((Map<?, ?>) asked.get("files")).forEach((name, text) -> builder.addString((String) name, (String) text));
    DeploymentWithDefinitions made = builder.deployWithResult();
    List<String> processes = new ArrayList<>(), decisions = new ArrayList<>();
    var found = made.getDeployedProcessDefinitions();
    if (found != null) found.forEach(one -> processes.add(one.getKey()));
    var tables = made.getDeployedDecisionDefinitions();
    if (tables != null) tables.forEach(one -> decisions.add(one.getKey()));
    return Map.of("processes", processes, "decisions", decisions);
  }

  static Map<String, Object> start(Map<String, Object> asked) {
    for (var old : engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()) {
      engine.getRuntimeService().deleteProcessInstance(old.getId(), "judged");
    }
    told.clear();
    engine.getIdentityService().setAuthenticatedUserId("buerger");
    var made = engine.getRuntimeService().startProcessInstanceByKey(text(asked, "process"), "vorgang", values(asked));
    return Map.of("case", made.getId());
  }

  static Map<String, Object> state(String id) {
    List<Object> tasks = new ArrayList<>(), works = new ArrayList<>(), timers = new ArrayList<>();
    List<Object> events = new ArrayList<>(), incidents = new ArrayList<>();
    for (Task one : engine.getTaskService().createTaskQuery().processInstanceId(id).initializeFormKeys().list()) {
      tasks.add(row("id", one.getId(), "node", one.getTaskDefinitionKey(), "due", String.valueOf(one.getDueDate())));
    }
    for (ExternalTask one : engine.getExternalTaskService().createExternalTaskQuery().processInstanceId(id).list()) {
      works.add(row("id", one.getId(), "node", one.getActivityId(), "topic", one.getTopicName()));
    }
    var definitions = engine.getManagementService();
    for (Job one : definitions.createJobQuery().processInstanceId(id).list()) {
      var about = definitions.createJobDefinitionQuery().jobDefinitionId(one.getJobDefinitionId()).singleResult();
      timers.add(row("id", one.getId(), "node", about.getActivityId(), "due", String.valueOf(one.getDuedate())));
    }
    for (EventSubscription one : engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(id).list()) {
      events.add(row("id", one.getExecutionId(), "node", one.getActivityId(), "kind", one.getEventType(), "name", one.getEventName()));
    }
    for (var one : engine.getRuntimeService().createIncidentQuery().processInstanceId(id).list()) {
      incidents.add(one.getIncidentType() + " " + one.getActivityId() + " " + one.getIncidentMessage());
    }
    boolean ended = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id).count() == 0;
    return row("tasks", tasks, "works", works, "timers", timers, "events", events, "incidents", incidents, "ended", ended);
  }

  /** The form as the task list gets it: of a task ("id"), or of the start of a process ("process"). */
  static Map<String, Object> form(Map<String, Object> asked) throws Exception {
    String process = text(asked, "process");
    var forms = engine.getFormService();
    try (var stream = process == null ? forms.getDeployedTaskForm(text(asked, "id")) : forms.getDeployedStartForm(newest(process))) {
      return Map.of("form", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static String newest(String key) {
    return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId();
  }

  /** A worker takes an external task: it does it, or it answers with a BPMN error ("code"), or it fails for now. */
  static Map<String, Object> work(Map<String, Object> asked) {
    var service = engine.getExternalTaskService();
    String id = text(asked, "id");
    var one = service.createExternalTaskQuery().externalTaskId(id).singleResult();
    var locked = service.fetchAndLock(100, "worker").topic(one.getTopicName(), AN_HOUR).variables("betrag", "waehrung", "zweck").execute();
    Map<String, Object> seen = new LinkedHashMap<>();
    for (var task : locked) {
      if (!task.getId().equals(id)) service.unlock(task.getId());
      else seen.putAll(task.getVariables());
    }
    if (text(asked, "code") != null) service.handleBpmnError(id, "worker", text(asked, "code"), "ausgefallen", values(asked));
    else if (asked.get("later") != null) service.handleFailure(id, "worker", "ausgefallen", 1, 0);
    else service.complete(id, "worker", values(asked));
    return Map.of("seen", seen);
  }

  static Map<String, Object> history(String id) {
    List<Object> found = new ArrayList<>();
    for (var one : told) if (id.equals(one.get("case"))) found.add(one);
    long kept = engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(id).count();
    return Map.of("told", found, "kept", kept);
  }

  /** Hears every start and end of an activity in its exact order. */
  static class Listener implements HistoryEventHandler {
    @Override
    public void handleEvent(HistoryEvent event) {
      if (!(event instanceof HistoricActivityInstanceEventEntity one)) return;
      String kind = event.getEventType();
      if (!kind.equals("start") && !kind.equals("end")) return;
      told.add(row("case", one.getProcessInstanceId(), "node", one.getActivityId(), "sort", one.getActivityType(), "what", kind, "cancelled", one.isCanceled()));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
      events.forEach(this::handleEvent);
    }
  }

  static Map<String, Object> values(Map<String, Object> asked) {
    Map<String, Object> made = new LinkedHashMap<>();
    Object given = asked.get("variables");
    if (given != null) ((Map<?, ?>) given).forEach((name, value) -> made.put((String) name, plain(value)));
    return made;
  }

  /** As a REST interface types JSON: lists and objects travel as what Java can store. */
  static Object plain(Object value) {
    if (value instanceof List<?> list) return new ArrayList<>(list.stream().map(Family::plain).toList());
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> made = new java.util.HashMap<>();
      map.forEach((name, inner) -> made.put((String) name, plain(inner)));
      return made;
    }
    return value;
  }

  static Map<String, Object> row(Object... parts) {
    Map<String, Object> made = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) made.put((String) parts[i], parts[i + 1]);
    return made;
  }

  static String text(Map<String, Object> asked, String name) {
    return (String) asked.get(name);
  }
}
