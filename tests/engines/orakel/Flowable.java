// What does Flowable do with a deployment? One engine with its decision engine, H2 in memory, asked by JSON lines.
//
// The same questions and answers as in Family.java.

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.dmn.engine.configurator.DmnEngineConfigurator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.event.FlowableSequenceFlowTakenEvent;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

public class Flowable {
  static final Gson JSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  static final List<Map<String, Object>> told = new ArrayList<>();
  static final DmnEngineConfigurator tables = new DmnEngineConfigurator();
  static ProcessEngine engine;

  public static void main(String[] words) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    var made = new StandaloneInMemProcessEngineConfiguration();
    made.setJdbcUrl("jdbc:h2:mem:orakel;DB_CLOSE_DELAY=-1");
    made.setHistoryLevel(HistoryLevel.FULL);
    made.setAsyncExecutorActivate(false);
    made.setDisableEventRegistry(true);
    made.addConfigurator(tables);
    made.setEventListeners(List.of(new Listener()));
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
        engine.getManagementService().moveTimerToExecutableJob(text(asked, "id"));
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

  /** "bar" is the archive in base 64, as the REST interface takes it; else "files" are texts by name. */
  static Map<String, Object> deploy(Map<String, Object> asked) throws Exception {
    told.clear();
    var store = engine.getRepositoryService();
    for (var old : store.createDeploymentQuery().list()) store.deleteDeployment(old.getId(), true);
    var decided = tables.getDmnEngineConfiguration().getDmnRepositoryService();
    for (var old : decided.createDeploymentQuery().list()) decided.deleteDeployment(old.getId());
    var builder = store.createDeployment().name("orakel");
    if (text(asked, "bar") != null) {
      builder.addZipInputStream(new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text(asked, "bar")))));
    } else {
      ((Map<?, ?>) asked.get("files")).forEach((name, text) -> builder.addString((String) name, (String) text));
    }
    var made = builder.deploy();
    List<String> processes = new ArrayList<>(), decisions = new ArrayList<>();
    store.createProcessDefinitionQuery().deploymentId(made.getId()).list().forEach(one -> processes.add(one.getKey()));
    decided.createDecisionQuery().list().forEach(one -> decisions.add(one.getKey()));
    return Map.of("processes", processes, "decisions", decisions);
  }

  static Map<String, Object> start(Map<String, Object> asked) {
    for (var old : engine.getRuntimeService().createProcessInstanceQuery().list()) {
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
    for (var one : engine.getTaskService().createTaskQuery().processInstanceId(id).list()) {
      tasks.add(row("id", one.getId(), "node", one.getTaskDefinitionKey(), "due", String.valueOf(one.getDueDate())));
    }
    var jobs = engine.getManagementService();
    for (var one : jobs.createExternalWorkerJobQuery().processInstanceId(id).list()) {
      works.add(row("id", one.getId(), "node", one.getElementId(), "topic", one.getJobHandlerConfiguration()));
    }
    for (var one : jobs.createTimerJobQuery().processInstanceId(id).list()) {
      timers.add(row("id", one.getId(), "node", one.getElementId(), "due", String.valueOf(one.getDuedate())));
    }
    for (var one : engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(id).list()) {
      events.add(row("id", one.getExecutionId(), "node", one.getActivityId(), "kind", one.getEventType(), "name", one.getEventName()));
    }
    for (var one : jobs.createDeadLetterJobQuery().processInstanceId(id).list()) {
      incidents.add(one.getElementId() + " " + one.getExceptionMessage());
    }
    for (var one : jobs.createJobQuery().processInstanceId(id).list()) {
      incidents.add("job left: " + one.getElementId() + " " + one.getJobHandlerType());
    }
    boolean ended = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id).count() == 0;
    return row("tasks", tasks, "works", works, "timers", timers, "events", events, "incidents", incidents, "ended", ended);
  }

  /** What the engine itself knows of a form: its key and the questions written into the process. */
  static Map<String, Object> form(Map<String, Object> asked) {
    String process = text(asked, "process");
    var forms = engine.getFormService();
    var found = process == null ? forms.getTaskFormData(text(asked, "id")) : forms.getStartFormData(newest(process));
    List<String> asks = new ArrayList<>();
    found.getFormProperties().forEach(one -> asks.add(one.getId() + ":" + one.getType().getName()));
    return row("form", found.getFormKey(), "asks", asks);
  }

  static String newest(String key) {
    return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId();
  }

  /** A worker takes an external task: it does it, or it answers with a BPMN error ("code"), or it fails for now. */
  static Map<String, Object> work(Map<String, Object> asked) {
    var jobs = engine.getManagementService();
    String id = text(asked, "id");
    var one = jobs.createExternalWorkerJobQuery().jobId(id).singleResult();
    Map<String, Object> seen = new LinkedHashMap<>();
    for (var taken : jobs.createExternalWorkerJobAcquireBuilder().topic(one.getJobHandlerConfiguration(), Duration.ofHours(1)).acquireAndLock(100, "worker")) {
      if (!taken.getId().equals(id)) jobs.unacquireExternalWorkerJob(taken.getId(), "worker");
      else seen.putAll(taken.getVariables());
    }
    seen.keySet().retainAll(List.of("betrag", "waehrung", "zweck"));
    if (asked.get("later") != null) {
      jobs.createExternalWorkerJobFailureBuilder(id, "worker").errorMessage("ausgefallen").retries(1).fail();
      return Map.of("seen", seen);
    }
    var completion = jobs.createExternalWorkerCompletionBuilder(id, "worker").variables(values(asked));
    if (text(asked, "code") != null) completion.bpmnError(text(asked, "code"));
    else completion.complete();
    for (var job : jobs.createJobQuery().processInstanceId(one.getProcessInstanceId()).list()) jobs.executeJob(job.getId());
    return Map.of("seen", seen);
  }

  static Map<String, Object> history(String id) {
    List<Object> found = new ArrayList<>();
    for (var one : told) if (id.equals(one.get("case"))) found.add(one);
    long kept = engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(id).count();
    return Map.of("told", found, "kept", kept);
  }

  /** Hears every start and end of an activity, and every way that is taken, in their exact order. */
  static class Listener implements FlowableEventListener {
    @Override
    public void onEvent(FlowableEvent event) {
      if (event instanceof FlowableSequenceFlowTakenEvent way) {
        told.add(row("case", way.getProcessInstanceId(), "node", way.getId(), "sort", "sequenceFlow", "what", "taken", "cancelled", false));
        return;
      }
      boolean start = event.getType() == FlowableEngineEventType.HISTORIC_ACTIVITY_INSTANCE_CREATED;
      boolean end = event.getType() == FlowableEngineEventType.HISTORIC_ACTIVITY_INSTANCE_ENDED;
      if (!start && !end) return;
      if (!(((FlowableEntityEvent) event).getEntity() instanceof HistoricActivityInstance one)) return;
      told.add(row("case", one.getProcessInstanceId(), "node", one.getActivityId(), "sort", one.getActivityType(), "what", start ? "start" : "end", "cancelled", one.getDeleteReason() != null));
    }

    @Override
    public boolean isFailOnException() {
      return true;
    }

    @Override
    public boolean isFireOnTransactionLifecycleEvent() {
      return false;
    }

    @Override
    public String getOnTransaction() {
      return null;
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
    if (value instanceof List<?> list) return new ArrayList<>(list.stream().map(Flowable::plain).toList());
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
