/** Telegram exports as HTML, invented: a chat, and what breaks it. */
import { describe, expect, test } from 'vitest'
import { readKnown } from './capture.fixture.ts'

const PAGE = `<!DOCTYPE html>
<html>
 <head>
  <meta charset="utf-8"/>
<title>Exported Data</title>
 </head>
 <body onload="CheckLocation();">
  <div class="page_wrap">
   <div class="page_header"><div class="content"><div class="text bold">
Oster neighbours
   </div></div></div>
   <div class="page_body chat_page"><div class="history">
     <div class="message service" id="message-1">
      <div class="body details">
3 May 2031
      </div>
     </div>
     <div class="message default clearfix" id="message15">
      <div class="pull_left userpic_wrap"><div class="userpic userpic1" style="width: 42px"><div class="initials">NS</div></div></div>
      <div class="body">
       <div class="pull_right date details" title="03.05.2031 12:00:00 UTC+02:00">12:00</div>
       <div class="from_name">
Nadim Saleh
       </div>
       <div class="text">
First line<br>Second &amp; last
       </div>
      </div>
     </div>
     <div class="message default clearfix joined" id="message16">
      <div class="body">
       <div class="pull_right date details" title="03.05.2031 12:01:00 UTC+02:00">12:01</div>
       <div class="reply_to details">In reply to <a href="#go_to_message15" onclick="return GoToMessage(15)">this message</a></div>
       <div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_2.jpg"><img class="photo" src="photos/photo_2_thumb.jpg"/></a></div>
      </div>
     </div>
     <div class="message default clearfix" id="message17">
      <div class="body">
       <div class="pull_right date details" title="04.05.2031 09:00:00">09:00</div>
       <div class="from_name">Rana Haddad</div>
       <div class="pull_left forwarded userpic_wrap"></div>
       <div class="forwarded body">
        <div class="from_name">Oster Radio <span class="date details" title="04.05.2031 08:00:00"> 04.05.2031 08:00:00</span></div>
        <div class="text">Twelve people were killed.</div>
       </div>
      </div>
     </div>
   </div></div>
  </div>
 </body>
</html>
`

describe('messages.html', () => {
  test('messages are read with author, zone, answer, forward and file, and lead to their bytes', async () => {
    const { documents, problems } = await readKnown(PAGE, 'ChatExport/messages.html')
    expect(problems).toEqual([])
    expect(documents.map(({ part, metadata }) => [part.key, metadata.outlet])).toEqual([
      ['2031-05-03', 'Oster neighbours'],
      ['2031-05-04', 'Oster neighbours'],
    ])
    const messages = documents.flatMap((one) => one.messages)
    expect(messages.map(({ id, author, at }) => [id, author, at])).toEqual([
      ['1', null, '2031-05-03'],
      ['15', 'Nadim Saleh', '2031-05-03T12:00:00+02:00'],
      ['16', 'Nadim Saleh', '2031-05-03T12:01:00+02:00'],
      ['17', 'Rana Haddad', '2031-05-04T09:00:00'],
    ])
    expect(messages[2]).toMatchObject({
      replyTo: '15',
      media: [{ kind: 'photo', file: 'photos/photo_2.jpg', note: null }],
    })
    expect(messages[3]).toMatchObject({ forwardedFrom: 'Oster Radio' })
    expect(documents[0]?.text).toContain('First line\n\nSecond & last')
    const [{ bytes } = { bytes: { start: 0, end: 0 } }] = messages.slice(1)
    expect(Buffer.from(PAGE).subarray(bytes.start, bytes.end).toString()).toMatch(
      /^<div class="message default clearfix" id="message15">/,
    )
  })

  test('of messages forwarded together only the first says whose they are', async () => {
    const forwarded = (id: number, kind: string, inner: string) =>
      `<div class="message default clearfix ${kind}" id="message${id}"><div class="body"><div class="pull_right date details" title="04.05.2031 09:0${id}:00">09:00</div>${kind === 'joined' ? '' : '<div class="from_name">Rana Haddad</div>'}${inner}</div></div>`
    const words = (text: string, name = '') =>
      `<div class="forwarded body">${name}<div class="text">${text}</div></div>`
    const together = [
      forwarded(1, '', words('One', '<div class="from_name">Witness <span class="date details">1</span></div>')),
      forwarded(2, 'joined', words('Two')),
      forwarded(3, 'joined', '<div class="text">Own</div>'),
      forwarded(4, 'joined', words('Three')),
      forwarded(5, '', words('Four', '<div class="from_name">Witness via @mapbot</div>')),
      forwarded(6, 'joined', words('Five', '<div class="from_name">Other</div>')),
    ]
    const page = PAGE.replace('<div class="message default clearfix" id="message17">', `${together.join('\n')}$&`)
    const { documents } = await readKnown(page, 'messages.html')
    expect(
      documents
        .flatMap(({ messages }) => messages)
        .slice(3, 9)
        .map(({ author, forwardedFrom }) => [author, forwardedFrom]),
    ).toEqual([
      ['Rana Haddad', 'Witness'],
      ['Rana Haddad', 'Witness'],
      ['Rana Haddad', null],
      ['Rana Haddad', '(name not given)'],
      ['Rana Haddad', 'Witness'],
      ['Rana Haddad', 'Other'],
    ])
  })

  test('whose words joined ones are is not known where the message before cannot be read', async () => {
    const bomb = PAGE.replace('First line', '<b>'.repeat(6000))
    const { documents } = await readKnown(bomb, 'messages.html')
    expect(documents[0]?.messages.map(({ author }) => author)).toEqual([null, '(name not given)'])
  })

  test('a poll, a venue, what was left out and the bot are kept, each in its place', async () => {
    const wrapped = (inner: string) =>
      `<div class="message default clearfix" id="message18"><div class="body"><div class="pull_right date details" title="04.05.2031 09:10:00">09:10</div><div class="from_name">Nadim Saleh via @mapbot</div><div class="media_wrap clearfix">${inner}</div><div class="signature details">R. Haddad</div></div></div>`
    const poll =
      '<div class="media_poll"><div class="question bold">Who fired?</div><div class="details">Anonymous poll</div><div class="answer">- Nobody knows <span class="details">3 votes</span></div><div class="total details">3 votes</div></div>'
    const venue =
      '<a class="media clearfix pull_left block_link media_venue" href="https://a.example/map"><div class="body"><div class="title bold">Old mill</div><div class="description">River road</div></div></a>'
    const page = PAGE.replace(
      '<div class="message default clearfix" id="message17">',
      `${wrapped(poll)}${wrapped(venue)}$&`,
    )
    const { documents } = await readKnown(page, 'messages.html')
    expect(documents[1]?.messages.map(({ author }) => author)).toEqual(['Nadim Saleh', 'Nadim Saleh', 'Rana Haddad'])
    for (const line of [
      'Nadim Saleh · 2031-05-04T09:10:00 · signed R. Haddad · via @mapbot',
      'Who fired?\n\n– Nobody knows (3 votes)\n\npoll: Anonymous poll, 3 votes',
      'venue: https://a.example/map, Old mill, River road',
    ])
      expect(documents[1]?.text).toContain(line)
  })

  test('a page cut anywhere is read as far as it goes', async () => {
    for (let end = PAGE.indexOf('message15'); end < PAGE.length; end += 97) {
      const { documents } = await readKnown(PAGE.slice(0, end), 'messages.html')
      expect(documents.length, `${end} bytes`).toBeGreaterThanOrEqual(1)
    }
  })

  test('a message of very many elements is named and passed over', async () => {
    const bomb = PAGE.replace('First line', '<b>'.repeat(6000))
    const { problems, documents } = await readKnown(bomb, 'messages.html')
    expect(problems).toEqual([expect.stringMatching(/more elements than a message has/)])
    expect(documents.flatMap((one) => one.messages).map(({ id }) => id)).toEqual(['1', '16', '17'])
  })
})
