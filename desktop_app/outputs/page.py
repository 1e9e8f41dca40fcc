"""The page that shows the genre large, for a browser or as a browser source in OBS."""

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>genre-monitor</title>
<style>
  html { height: 100%; color: #fff; background: #111; font-family: system-ui, sans-serif }
  html.clear { background: transparent; text-shadow: 0 0 .15em #000 }
  body { height: 100%; margin: 0; overflow: hidden }
  body { display: grid; place-content: center; text-align: center }
  #answer { font-weight: 700; line-height: 1.1; padding: 0 .1em }
  #more { font-size: min(5vw, 11vh); opacity: .8; min-height: 1.3em }
</style>
<body>
<div id="answer" role="status">genre-monitor</div>
<div id="more">Waiting for the first message …</div>
<script>
  // http://…/?clear lets what is behind the page show through, for OBS.
  if (location.search.includes("clear")) document.documentElement.classList.add("clear")
  const answer = document.getElementById("answer"), more = document.getElementById("more")
  const words = {silence: "Silence", "not music": "Not music", filling: "Listening …"}
  // As large as the words leave room for.
  const fit = () => {
    const page = document.body
    let size = Math.min(0.18 * innerWidth, 0.4 * innerHeight)
    do answer.style.fontSize = `${size}px`
    while ((page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) && (size *= 0.95) > 8)
  }
  addEventListener("resize", fit)
  const show = (node, text) => {
    if (node.textContent === text) return
    node.textContent = text
    fit()
  }
  fit()
  const follow = event => {
    const message = JSON.parse(event.data)
    const percent = message.probability === null ? "" : Math.round(100 * message.probability) + " %"
    const idle = message.activity.charAt(0).toUpperCase() + message.activity.slice(1)
    show(answer, message.answer || words[message.state] || idle)
    show(more, message.sure ? percent : "")
  }
  // Browsers try again by themselves, unless another server answers at this address meanwhile.
  const connect = () => {
    const events = new EventSource("events")
    events.onmessage = follow
    events.onerror = () => {
      show(answer, "genre-monitor")
      show(more, "is not running")
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, 3000)
    }
  }
  connect()
</script>
</body>
</html>
"""
